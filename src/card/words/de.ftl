# The bot's own words in German. Quotes are never translated.
close-lead = Die ähnlichste Stelle; vielleicht ist es nicht die gesuchte.
about-lead = Über den Artikel, nicht aus seinem Text
about-byline = Geschrieben von: { $value }
about-published = Erschienen: { $value }
about-outlet = Veröffentlicht von: { $value }
about-title = Titel: { $value }
about-address = Adresse: { $value }
about-unknown = Das gibt der Artikel nicht an.
not-covered = Davon steht nichts in den Artikeln.
not-covered-topics = Davon steht nichts in den Artikeln. Am nächsten kommen diese Themen:
speaker = Es spricht: { $line }
facts-from = Quelle der Fakten: { $name }
corrected = korrigiert am { $date }
version = Version { $number }
superseded = Aus einer früheren Version; der Artikel wurde seither geändert.
rival = Passt ebenso gut: { $topic }
date = { $day }. { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
lead-section = Anfang
articles-title = Was hier zitiert werden kann
articles-none = Hier gibt es noch keine Artikel.
articles-line = { $sections ->
    [one] { $sections } Abschnitt
   *[other] { $sections } Abschnitte
}
how-to-ask = Eine Frage zu den Artikeln oder ein paar Wörter genügen: Ich antworte mit einem Zitat samt Quelle oder sage, dass davon nichts in den Artikeln steht.
topics-title = Kernaussagen aus „{ $title }“
topics-choose = Thema wählen
no-such-article = Diesen Artikel gibt es hier nicht. Was es gibt, zeigt /{ command-articles-name }.
no-source = Was in dieser Nachricht steht, steht hier in keinem Artikel.
topic-not-quoted = Aus diesem Abschnitt lässt sich nichts zitieren: Er sagt nicht, wessen Worte es sind.
topic-gone = Dieses Thema gibt es nicht mehr: Sein Artikel wurde geändert oder entfernt.
button-too-old = Diese Schaltfläche stammt aus einer früheren Version und funktioniert nicht mehr. Bitte noch einmal fragen, dann erscheint eine neue.
command-gone = Dieser Befehl hat sich geändert. Bitte Discord neu laden und es noch einmal versuchen.
quote-too-long = Diese Stelle ist zu lang, um sie zu zitieren; über den Link lässt sie sich lesen.
quote-too-long-alone = Diese Stelle ist zu lang, um sie zu zitieren.
lines-more = { $lines ->
    [one] … und eine weitere Zeile
   *[other] … und { $lines } weitere Zeilen
}
licence = Lizenz: { $note }
apology = Bei uns ist etwas schiefgegangen. Bitte noch einmal versuchen; hilft das nicht, bitte denen, die diesen Bot betreiben, diese Kennung nennen: { $reference }.
too-many = Das waren viele Fragen. Die nächste ist möglich in { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}.
page = Seite { $page } von { $all }
page-before = Zurück
page-after = Weiter
help-title = Fragen an die Artikel
help-mention = Man kann mich auch erwähnen, mir antworten oder mir eine Direktnachricht schreiben.
help-quoted = { $articles ->
    [0] Noch zitiere ich nichts: Hier gibt es keine Artikel
    [one] Ich zitiere einen Artikel, den /{ command-articles-name } zeigt
   *[other] Ich zitiere { $articles } Artikel, die /{ command-articles-name } auflistet
}. Ein Zitat ist immer der Wortlaut des Artikels, mit Quelle; ich füge nichts Eigenes hinzu.
help-run-by = Diesen Bot betreibt { $name }; dort liegt auch die Verantwortung für das, was er zitiert.
help-run-by-nobody = Wer diesen Bot betreibt, ist nicht angegeben; die Admins dieses Servers können weiterhelfen.

# Below a quote.
button-context = Zusammenhang
button-next = Nächster Treffer
button-present = Aktuelle Version
button-source = Quelle
button-share = Teilen
button-delete = Löschen
quote-gone = Dieses Zitat gibt es nicht mehr: Sein Artikel wurde entfernt.
context-none = Drumherum gibt es nichts weiter, was hier gezeigt werden darf.
present-gone = In der aktuellen Version steht das nicht mehr. Die Themen dort:
share-not-yours = Eine Antwort teilen kann nur, wer gefragt hat.
delete-not-yours = Diese Karte löschen kann nur, wer gefragt hat oder hier Nachrichten verwalten darf.
shared-by = Geteilt von { $who }
vote-up = Danke! Es ist vermerkt, dass dieses Zitat geholfen hat.
vote-down = Danke! Es ist vermerkt, dass dieses Zitat nicht geholfen hat.
vote-withdrawn = Danke! Die Bewertung ist zurückgenommen.
card-withdrawn = Der Artikel, der hier zitiert war, wurde entfernt.
card-withdrawn-named = Ein Artikel, der hier genannt war, wurde entfernt.

# What is kept of a person.
privacy-title = Was ich über dich aufbewahre
privacy-questions = Fragen beantworte ich; mit deinem Namen bewahre ich sie nicht auf.
privacy-votes = Bewertungen von Zitaten: { $votes }. Die letzte wird am { $date } gelöscht.
privacy-votes-none = Bewertungen von Zitaten: keine. Eine Bewertung wird nach einem halben Jahr gelöscht.
privacy-cards = Karten zu deinen Fragen: { $cards }. Dass du gefragt hast, ist spätestens am { $date } vergessen.
privacy-cards-none = Karten zu deinen Fragen: keine. Dass du gefragt hast, ist nach 30 Tagen vergessen.
privacy-previews = Vorschauen, die du weder bestätigt noch verworfen hast: { $previews }. Die letzte wird am { $date } gelöscht.
privacy-admins = Was du als Admin änderst, etwa Artikel und Einstellungen, wird ein Jahr lang mit deiner Discord-Nummer aufbewahrt.
privacy-how-to-delete = /{ command-privacy-name } { command-privacy-delete-name } löscht sofort deine Bewertungen und die Verbindung zwischen dir und diesen Karten.
privacy-deleted = Gelöschte Bewertungen: { $votes }; Karten, die nicht mehr mit dir verbunden sind: { $cards }.

# Commands and options. `command-ask` is what `/ask` does; `command-ask-name` what it is called, in small letters.
command-ask = Den Satz zitieren, der die Frage beantwortet
command-ask-name = fragen
command-takeaway = Zitieren, was ein Artikel zu einem Thema sagt
command-takeaway-name = kernaussage
command-articles = Auflisten, was hier zitiert werden kann
command-articles-name = artikel
command-find-source = Den Satz zitieren, der einer Nachricht am nächsten kommt
command-help = Wie man fragt, was zitiert wird und wer diesen Bot betreibt
command-help-name = hilfe
option-question = Eine Frage oder ein paar Wörter
option-question-name = frage
option-topic = Ein Abschnitt eines Artikels oder ein paar Wörter
option-topic-name = thema
option-article = Nur dieser Artikel
option-article-name = artikel
option-private = Niemand sonst sieht die Antwort
option-private-name = privat
command-privacy = Was über dich aufbewahrt wird
command-privacy-name = datenschutz
command-privacy-show = Zeigen, was über dich aufbewahrt wird und wie lange
command-privacy-show-name = zeigen
command-privacy-delete = Deine Bewertungen und die Verbindung zwischen dir und deinen Karten löschen
command-privacy-delete-name = löschen
