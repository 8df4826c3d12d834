# The bot's own words in German, for those who answer for a library. Quotes are never translated.
library-everyone = Bibliothek für alle
library-guild = Bibliothek dieses Servers
library-none = In dieser Bibliothek ist noch kein Artikel.
articles-counted = { $articles ->
    [one] { $articles } Artikel
   *[other] { $articles } Artikel
}
sentences-counted = { $sentences ->
    [one] { $sentences } Satz
   *[other] { $sentences } Sätze
}
known-language = Sprache: { $value }
rights-own = Rechte: eigener Text; ganze Abschnitte dürfen gezeigt werden
rights-licensed = Rechte: lizenziert; ganze Abschnitte dürfen gezeigt werden
rights-public = Rechte: gemeinfrei; ganze Abschnitte dürfen gezeigt werden
rights-quote = Rechte: nur kurze Zitate
origin-bundled = mit dem Programm geliefert
origin-folder = aus der Datei { $source } des Ordners
origin-upload = hochgeladen als { $source }
origin-address = von { $source }
origin-feed = aus einem Feed, { $source }
origin-import = importiert als { $source }

# Adding
add-one-of = Bitte entweder eine Webadresse oder eine Datei angeben: Markdown (.md), HTML (.html) oder Text (.txt).
preview-title = Vorschau: { $title }
preview-new = Noch ist nichts gespeichert. „Bestätigen“ fügt den Artikel hinzu. Ziel: { $library }.
preview-changes = Noch ist nichts geändert. „Bestätigen“ macht daraus eine neue Version von { $id }.
preview-more-sections = … und { $sections ->
    [one] ein weiterer Abschnitt
   *[other] { $sections } weitere Abschnitte
}
preview-findings = Was aus dem Rest wurde und was fehlt:
preview-no-findings = Nichts wurde ausgelassen, nichts fehlt.
preview-more-findings = … und { $findings ->
    [one] ein weiterer Punkt
   *[other] { $findings } weitere Punkte
}
preview-questions = Fragen, die der Artikel beantwortet:
preview-no-questions = Aus Überschriften und Zahlen ließ sich keine Frage bilden, die der Artikel beantwortet.
finding-byline = wurde zur Autorenzeile
finding-date-line = wurde zum Datum
finding-original-address = wurde zur Adresse
finding-correction = wurde zum Korrekturhinweis
finding-photo-credit = ausgelassen, ein Bildnachweis
finding-caption = ausgelassen, eine Bildunterschrift
finding-related-article = ausgelassen, ein verwandter Artikel
finding-sign-up = ausgelassen, eine Einladung zur Anmeldung
finding-cookie-notice = ausgelassen, ein Cookie-Hinweis
finding-share-bar = ausgelassen, eine Leiste zum Teilen
finding-credits = ausgelassen, ein Quellennachweis
finding-embed = ausgelassen, eine Tabelle, ein Bild oder Code
finding-struck-out = ausgelassen, durchgestrichen
finding-no-outlet = kein Medium angegeben
finding-no-byline = keine Autorenzeile angegeben
finding-no-date = kein Datum angegeben
finding-no-address = keine Adresse angegeben
finding-language-detected = keine Sprache angegeben; sie wurde erkannt
confirm = Bestätigen
cancel = Abbrechen
cancelled = Abgebrochen. Nichts wurde geändert.
kept-added = „{ $title }“ wurde als { $id } hinzugefügt. Fragen dazu sind jetzt möglich.
kept-updated = „{ $title }“ ist eine neue Version von { $id }.
kept-unchanged = { $id } ist unverändert.
removed = { $id } wird nicht mehr zitiert; die Versionen bleiben erhalten.
purge-title = { $id } endgültig löschen?
purge-asks = Der Text aller Versionen wird gelöscht und kommt unter dieser Kennung oder Adresse nicht zurück.
purged = { $id } wurde endgültig gelöscht.
purged-held = { $id } wird nicht mehr zitiert, aber ein anderer Prozess liest die Bibliothek noch in ihrem alten Stand; so lange bleibt der Text auf dem Datenträger. Wer diesen Bot betreibt, kann den Prozess beenden; danach { $id } noch einmal löschen.

# Looking
versions-title = Versionen von { $id }
article-removed = Wird nicht mehr zitiert; dies ist die letzte Version.
versions-more = … und { $sentences ->
    [one] ein weiterer geänderter Satz
   *[other] { $sentences } weitere geänderte Sätze
}
log-title = Wer was geändert hat
log-none = Bisher wurde nichts geändert.
log-kept = ein Jahr aufbewahrt
log-operator = Betreiber
log-person = Mitglied { $person }
log-added = { $subject } hinzugefügt
log-updated = { $subject } geändert
log-removed = { $subject } entfernt
log-purged = { $subject } endgültig gelöscht
log-reindexed = Index neu aufgebaut
log-imported = { $subject } importiert
log-feed-added = { $subject } abonniert
log-feed-removed = { $subject } nicht mehr abonniert
log-feed-refreshed = { $subject } gelesen
log-set = Einstellungen geändert

# Index and feeds
reindex-title = Index wird aufgebaut
reindex-begins = Es geht los.
reindex-progress = { $done } von { $all }
reindex-folder = Artikelordner: { $added } hinzugefügt, { $updated } geändert, { $retired } zurückgezogen, { $unchanged } unverändert.
reindex-failed = Nicht lesbar; diese Artikel bleiben, wie sie waren: { $files }
reindex-written = Fertig: { $articles } in { $seconds } s.
feeds-title = Feeds
feeds-none = Kein Feed ist abonniert.
feed-read = { $articles } · gelesen am { $time }
feed-failing = { $times ->
    [one] Der letzte Abruf ist gescheitert; die Artikel bleiben.
   *[other] Die letzten { $times } Abrufe sind gescheitert; die Artikel bleiben.
}
feed-added = { $address } ist jetzt abonniert.
feed-removed = { $address } ist nicht mehr abonniert; die Artikel bleiben.
feed-refreshed = { $address } wurde gelesen.
feeds-refreshed = Die Feeds wurden gelesen.
feed-brought = { $added } hinzugefügt, { $updated } geändert.
feed-pages-failed = { $pages ->
    [one] Eine Seite ergab keinen Artikel.
   *[other] { $pages } Seiten ergaben keinen Artikel.
}

# Settings and advice
settings-title = Einstellungen dieses Servers
settings-language = Sprache: { $language }
settings-private = Befehle werden privat beantwortet, wenn niemand es anders verlangt.
settings-public = Befehle werden öffentlich beantwortet, wenn niemand es anders verlangt.
settings-everywhere = Erwähnungen werden in jedem Kanal beantwortet.
settings-channels = Erwähnungen werden nur in { $channels ->
    [one] einem Kanal
   *[other] { $channels } Kanälen
} beantwortet.
settings-choose-language = Sprache des Bots
settings-choose-channels = Kanäle, in denen Erwähnungen beantwortet werden
settings-go-private = Privat antworten
settings-go-public = Öffentlich antworten
language-own = je nach Person
language-en = English
language-ru = Русский
language-fr = Français
language-de = Deutsch
language-es = Español
language-pt = Português
doctor-title = Was hier fehlt
doctor-well = Nichts fehlt: Ich kann hier alles lesen, beantworten und zeigen.
doctor-permission = Mir fehlt in diesem Kanal die Berechtigung „{ $permission }“; sie lässt sich in den Kanaleinstellungen erteilen.
doctor-channel = Im Kanal { $channel } soll ich auf Erwähnungen antworten, mir fehlt dort aber die Berechtigung „{ $permission }“; sie lässt sich in den Einstellungen dieses Kanals erteilen.
doctor-channel-gone = Im Kanal { $channel } soll ich auf Erwähnungen antworten, aber es gibt ihn nicht mehr, oder ich sehe ihn nicht; mit /{ command-settings-name } einen anderen wählen.
doctor-not-member = Ich bin kein Mitglied dieses Servers; nach einer Einladung funktionieren hier Erwähnungen und eine eigene Bibliothek.
doctor-not-heard = Ich sehe die Kanäle dieses Servers nicht; bitte noch einmal mit „bot“ und „applications.commands“ einladen.
doctor-no-articles = Hier gibt es keinen Artikel zum Zitieren; mit /{ command-article-name } { command-article-add-name } einen hinzufügen.
doctor-full = Die Bibliothek dieses Servers ist voll; mit /{ command-article-name } { command-article-remove-name } einen Artikel entfernen.
doctor-feed = Der Feed { $address } lässt sich nicht abrufen; Näheres zeigt /{ command-feed-name } { command-feed-list-name }.
doctor-run-by = Es ist nicht angegeben, wer diesen Bot betreibt; discord.run_by setzen.
permission-view-channel = Kanal ansehen
permission-send-messages = Nachrichten senden
permission-embed-links = Links einbetten
permission-read-message-history = Nachrichtenverlauf anzeigen
permission-send-in-threads = Nachrichten in Threads senden

# Refusals
refused-permission = Dafür ist hier die Berechtigung „Server verwalten“ nötig. Nichts wurde geändert.
refused-only-on-servers = Das geht auf Servern, auf denen ich Mitglied bin, mit der Berechtigung „Server verwalten“. Nichts wurde geändert.
refused-only-for-owners = In Direktnachrichten ist das denen vorbehalten, die diesen Bot betreiben. Es geht auf einem Server mit der Berechtigung „Server verwalten“. Nichts wurde geändert.
refused-settings-elsewhere = Einstellungen gehören zu einem Server: Das geht auf einem Server, auf dem ich Mitglied bin. Nichts wurde geändert.
refused-not-yours = Diese Schaltfläche gehört jemand anderem. Nichts wurde geändert.
refused-gone = Diese Vorschau gibt es nicht mehr; bitte neu erstellen.
refused-changed = { $id } wurde nach dieser Vorschau geändert oder entfernt. Nichts wurde geändert; bitte noch einmal ansehen.
refused-no-article = In dieser Bibliothek gibt es keinen Artikel { $id }. Alle zeigt /{ command-article-name } { command-article-list-name }.
refused-everyones = { $id } steht in der Bibliothek für alle; ändern kann das nur, wer diesen Bot betreibt.
refused-other-origin = { $id } lässt sich nur auf dem Weg ändern, auf dem der Artikel kam: { $origin }. Nichts wurde geändert.
refused-purged = { $id } wurde endgültig gelöscht und kommt nicht zurück.
refused-too-many = Diese Bibliothek ist voll, sie fasst { $most } Artikel. Bitte zuerst einen entfernen.
refused-too-much = Diese Bibliothek ist voll, sie fasst { $most } Bytes Text, alte Versionen eingeschlossen. Bitte zuerst einen Artikel endgültig löschen.
refused-too-slow = Den Text zu lesen dauert länger als { $seconds } Sekunden; so lange braucht kein Artikel. Bitte kürzen oder es später noch einmal versuchen.
refused-most-gone = { $gone } von { $known } Artikeln fehlen im Artikelordner. Nichts wurde geändert; ist das gewollt, hilft takeaway reindex --force im Terminal.
refused-no-feed = { $address } ist nicht abonniert. Was abonniert ist, zeigt /{ command-feed-name } { command-feed-list-name }.
refused-too-many-feeds = Diese Bibliothek darf { $most ->
    [one] einen Feed
   *[other] { $most } Feeds
} abonnieren. Bitte zuerst einen abbestellen.
refused-file-kind = Eine Datei mit der Endung .{ $ending } ist nicht lesbar; möglich sind Markdown (.md), HTML (.html) oder Text (.txt).
refused-no-id = Der Dateiname hat weder Buchstaben noch Ziffern; bitte umbenennen.
read-empty = Die Datei ist leer; nötig sind ein Titel und etwas Text.
read-no-text = Außer Überschriften und Metadaten ist kein Text da; bitte Absätze ergänzen.
read-no-title = Es gibt keinen Titel; bitte mit einer Überschrift beginnen.
read-not-utf8 = Zeile { $line } ist nicht UTF-8; bitte die Datei als UTF-8 speichern.
read-too-large = Es sind { $found } Bytes, lesbar sind { $limit }. Bitte aufteilen.
read-record = Das ist kein Artikel in JSON.
read-front-matter = Zeile { $line } der Kopfdaten: { $fault }
front-matter-unclosed = { $fence } wird von keinem zweiten { $fence } geschlossen.
front-matter-syntax = Das lässt sich nicht als { $format } lesen; bitte Anführungszeichen, Doppelpunkte und Einrückungen prüfen.
front-matter-unknown-field = Das Feld { $field } gibt es nicht; es gibt id, title, outlet, byline, published, corrected, url, language, rights, based_on und correction.
front-matter-language = language ist „{ $found }“; nötig ist ein Kürzel wie de.
front-matter-address = { $field } ist „{ $found }“; nötig ist eine Adresse, die mit https:// beginnt, oder gar keine.
front-matter-day = { $field } ist „{ $found }“; nötig ist ein Tag wie 2025-03-19.
read-not-an-article = Dort lässt sich kein Artikel lesen. { $reason }
no-article-too-short = { $words ->
    [one] Da steht nur ein Wort Text;
   *[other] Da stehen nur { $words } Wörter Text;
} vielleicht braucht die Seite ein Skript oder ein Konto. Der Text lässt sich als Datei hinzufügen.
no-article-untitled = Da ist Text, aber weder ein Titel noch eine Überschrift. Der Text lässt sich als Datei hinzufügen.
no-article-paid = { $words ->
    [one] Nur ein Wort ist frei,
   *[other] Nur { $words } Wörter sind frei,
} der Rest ist für Abonnenten. Der ganze Text lässt sich als Datei hinzufügen, wenn er zitiert werden darf.
no-article-listing = Das ist eine Liste von Artikeln: bitte die Adresse von einem davon angeben oder den Feed abonnieren.
no-article-too-much = Die Seite hat mehr Elemente, als ein Artikel haben kann. Der Text lässt sich als Datei hinzufügen.
no-article-unreadable = Die Seite konnte nicht gelesen werden. Der Text lässt sich als Datei hinzufügen.
fetch-no-address = { $address } ist keine Webadresse; bitte eine angeben, die mit https:// beginnt.
fetch-refused = { $address } ist keine öffentliche Webadresse; bitte die öffentliche Adresse eines Artikels angeben.
fetch-robots = Die Seite bittet Bots, { $address } nicht abzurufen; bitte beim Medium fragen oder den Text als Datei hinzufügen, wenn er zitiert werden darf.
fetch-robots-unknown = Die robots.txt von { $address } war nicht lesbar; bitte später noch einmal versuchen.
fetch-status = { $address } antwortete mit { $status }; bitte die Adresse prüfen oder es später noch einmal versuchen.
fetch-redirects = { $address } wird endlos weitergeleitet; bitte im Browser öffnen und die Adresse angeben, die am Ende dort steht.
fetch-timeout = { $address } braucht zu lange; bitte später noch einmal versuchen oder den Text als Datei hinzufügen.
fetch-too-large = { $address } hat mehr als { $most } Bytes; bitte den Text als Datei hinzufügen.
fetch-content-type = { $address } ist { $found } und nicht das Erwartete; bitte die Adresse prüfen.
fetch-not-a-feed = { $address } ist kein lesbarer Feed; bitte die Adresse eines RSS-, Atom- oder JSON-Feeds angeben.
fetch-connection = { $address } ist nicht erreichbar; bitte die Adresse prüfen oder es später noch einmal versuchen.
fetch-settings = Die Einstellungen des Bots verhindern Abrufe; bitte denen sagen, die ihn betreiben.

# Commands and options. `command-article-add` is what `/article add` does; `command-article-add-name` what it is called.
command-article = Die Artikel einer Bibliothek
command-article-name = artikel-verwalten
command-article-add = Einen Artikel von einer Webadresse oder aus einer Datei hinzufügen
command-article-add-name = hinzufügen
command-article-list = Die Artikel dieser Bibliothek auflisten
command-article-list-name = liste
command-article-show = Zeigen, was über einen Artikel bekannt ist
command-article-show-name = zeigen
command-article-remove = Einen Artikel nicht mehr zitieren; die Versionen bleiben
command-article-remove-name = entfernen
command-article-versions = Die Versionen eines Artikels und ihre Änderungen zeigen
command-article-versions-name = versionen
command-article-log = Zeigen, wer wann was geändert hat
command-article-log-name = protokoll
command-article-purge = Den Text eines Artikels endgültig löschen
command-article-purge-name = löschen
command-reindex = Den Index dieser Bibliothek neu aufbauen
command-reindex-name = reindizieren
command-feed = Die Feeds, die eine Bibliothek abonniert
command-feed-name = feed
command-feed-add = Einen Feed abonnieren und neue Artikel hinzufügen
command-feed-add-name = hinzufügen
command-feed-list = Die abonnierten Feeds auflisten
command-feed-list-name = liste
command-feed-remove = Einen Feed abbestellen; die Artikel bleiben
command-feed-remove-name = entfernen
command-feed-refresh = Einen Feed oder alle jetzt lesen
command-feed-refresh-name = lesen
command-settings = Sprache, Kanäle für Erwähnungen und Sichtbarkeit der Antworten einstellen
command-settings-name = einstellungen
command-doctor = Sagen, was hier fehlt und was zu tun ist
command-doctor-name = diagnose
option-url = Eine Webadresse
option-url-name = url
option-file = Eine Markdown-, HTML- oder Textdatei
option-file-name = datei
option-id = Ein Artikel dieser Bibliothek, nach seiner Kennung
option-id-name = kennung
