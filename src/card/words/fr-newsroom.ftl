# The bot's own words in French, for those who answer for a library. Quotes are never translated.
library-everyone = bibliothèque commune
library-guild = bibliothèque de ce serveur
library-none = Cette bibliothèque n’a pas encore d’article.
articles-counted = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
sentences-counted = { $sentences ->
    [one] { $sentences } phrase
   *[other] { $sentences } phrases
}
known-language = Langue : { $value }
rights-own = Droits : détenus en propre ; des sections entières peuvent être montrées
rights-licensed = Droits : sous licence ; des sections entières peuvent être montrées
rights-public = Droits : domaine public ; des sections entières peuvent être montrées
rights-quote = Droits : courtes citations seulement
origin-bundled = fourni avec le programme
origin-folder = du fichier { $source } du dossier
origin-upload = envoyé sous le nom { $source }
origin-address = de { $source }
origin-feed = d’un flux, { $source }
origin-import = importé sous le nom { $source }

# Adding
add-one-of = Il faut soit une adresse web, soit un fichier : Markdown (.md), HTML (.html) ou texte (.txt).
preview-title = Aperçu : { $title }
preview-new = Rien n’est encore enregistré. « Confirmer » ajoute l’article. Destination : { $library }.
preview-changes = Rien n’est encore changé. « Confirmer » en fait une nouvelle version de { $id }.
preview-more-sections = … et { $sections ->
    [one] une autre section
   *[other] { $sections } autres sections
}
preview-findings = Ce que le reste est devenu et ce qui manque :
preview-no-findings = Rien n’a été laissé de côté et rien ne manque.
preview-more-findings = … et { $findings ->
    [one] { $findings } autre
   *[other] { $findings } autres
}
preview-questions = Questions auxquelles l’article répond :
preview-no-questions = Ni ses titres ni ses nombres n’ont donné de question à laquelle l’article réponde.
finding-byline = devenu la signature
finding-date-line = devenu la date
finding-original-address = devenu l’adresse
finding-correction = devenu l’avis de correction
finding-photo-credit = laissé de côté, un crédit photo
finding-caption = laissé de côté, une légende
finding-related-article = laissé de côté, un article lié
finding-sign-up = laissé de côté, une invitation à s’inscrire
finding-cookie-notice = laissé de côté, un avis sur les cookies
finding-share-bar = laissé de côté, une barre de partage
finding-credits = laissé de côté, des mentions
finding-embed = laissé de côté, un tableau, une image ou du code
finding-struck-out = laissé de côté, barré
finding-no-outlet = aucun média n’est indiqué
finding-no-byline = aucune signature n’est indiquée
finding-no-date = aucune date n’est indiquée
finding-no-address = aucune adresse n’est indiquée
finding-language-detected = aucune langue n’est indiquée ; elle a été détectée
confirm = Confirmer
cancel = Annuler
cancelled = Annulé. Rien n’a été changé.
kept-added = « { $title } » a été ajouté sous { $id }. On peut maintenant l’interroger.
kept-updated = « { $title } » est une nouvelle version de { $id }.
kept-unchanged = { $id } est inchangé.
removed = { $id } n’est plus cité ; ses versions sont conservées.
purge-title = Supprimer définitivement { $id } ?
purge-asks = Le texte de toutes ses versions est supprimé et ne revient ni sous cet identifiant ni sous cette adresse.
purged = { $id } a été supprimé définitivement.
purged-held = { $id } n’est plus cité, mais un autre processus lit encore la bibliothèque telle qu’elle était : le texte reste donc sur le disque. La personne qui gère ce bot peut arrêter ce processus ; il faut ensuite supprimer { $id } de nouveau.

# Looking
versions-title = Versions de { $id }
article-removed = N’est plus cité ; ceci en est la dernière version.
versions-more = … et { $sentences ->
    [one] { $sentences } autre phrase changée
   *[other] { $sentences } autres phrases changées
}
log-title = Qui a changé quoi
log-none = Rien n’a encore été changé.
log-kept = conservé un an
log-operator = la personne qui gère le bot
log-person = membre { $person }
log-added = a ajouté { $subject }
log-updated = a changé { $subject }
log-removed = a retiré { $subject }
log-purged = a supprimé définitivement { $subject }
log-reindexed = a reconstruit l’index
log-imported = a importé { $subject }
log-feed-added = suit désormais { $subject }
log-feed-removed = ne suit plus { $subject }
log-feed-refreshed = a lu { $subject }
log-set = a changé les réglages

# Index and feeds
reindex-title = Construction de l’index
reindex-begins = Elle commence.
reindex-progress = { $done } sur { $all }
reindex-folder = Dossier d’articles : { $added ->
    [one] { $added } ajouté
   *[other] { $added } ajoutés
}, { $updated ->
    [one] { $updated } changé
   *[other] { $updated } changés
}, { $retired ->
    [one] { $retired } retiré
   *[other] { $retired } retirés
}, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
}.
reindex-failed = Illisibles ; leurs articles restent tels quels : { $files }
reindex-written = Terminé : { $articles } en { $seconds } s.
feeds-title = Flux
feeds-none = Aucun flux n’est suivi.
feed-read = { $articles } · lu le { $time }
feed-failing = { $times ->
    [one] La dernière lecture a échoué ; ses articles restent.
   *[other] Les { $times } dernières lectures ont échoué ; ses articles restent.
}
feed-added = { $address } est désormais suivi.
feed-removed = { $address } n’est plus suivi ; ses articles restent.
feed-refreshed = { $address } a été lu.
feeds-refreshed = Les flux ont été lus.
feed-brought = { $added ->
    [one] { $added } ajouté
   *[other] { $added } ajoutés
}, { $updated ->
    [one] { $updated } changé
   *[other] { $updated } changés
}.
feed-pages-failed = { $pages ->
    [one] Une page n’a pas donné d’article.
   *[other] { $pages } pages n’ont pas donné d’article.
}

# Settings and advice
settings-title = Réglages de ce serveur
settings-language = Langue : { $language }
settings-private = Les réponses aux commandes sont privées, sauf demande contraire.
settings-public = Les réponses aux commandes sont publiques, sauf demande contraire.
settings-everywhere = Les mentions reçoivent une réponse dans tous les salons.
settings-channels = Les mentions reçoivent une réponse dans { $channels ->
    [one] un seul salon
   *[other] { $channels } salons seulement
}.
settings-choose-language = Langue du bot
settings-choose-channels = Salons où les mentions reçoivent une réponse
settings-go-private = Répondre en privé
settings-go-public = Répondre en public
language-own = celle de chaque personne
language-en = English
language-ru = Русский
language-fr = Français
language-de = Deutsch
language-es = Español
language-pt = Português
doctor-title = Ce qui manque ici
doctor-well = Rien ne manque : ici, je peux lire, répondre et tout montrer.
doctor-permission = Il me manque la permission « { $permission } » dans ce salon ; elle se donne dans les réglages du salon.
doctor-channel = Je dois répondre aux mentions dans le salon { $channel }, mais il m’y manque la permission « { $permission } » ; elle se donne dans les réglages de ce salon.
doctor-channel-gone = Je dois répondre aux mentions dans le salon { $channel }, qui a disparu ou que je ne vois pas ; en choisir un autre avec /{ command-settings-name }.
doctor-not-member = Je ne suis pas membre de ce serveur ; une invitation permet les mentions et une bibliothèque propre au serveur.
doctor-not-heard = Je ne vois pas les salons de ce serveur ; il faut m’inviter de nouveau avec « bot » et « applications.commands ».
doctor-no-articles = Il n’y a aucun article à citer ici ; en ajouter un avec /{ command-article-name } { command-article-add-name }.
doctor-full = La bibliothèque de ce serveur est pleine ; retirer un article avec /{ command-article-name } { command-article-remove-name }.
doctor-feed = La lecture du flux { $address } échoue ; la vérifier avec /{ command-feed-name } { command-feed-list-name }.
doctor-run-by = Rien n’indique qui gère ce bot ; renseigner discord.run_by.
permission-view-channel = Voir le salon
permission-send-messages = Envoyer des messages
permission-embed-links = Intégrer des liens
permission-read-message-history = Voir les anciens messages
permission-send-in-threads = Envoyer des messages dans les fils

# Refusals
refused-permission = Il faut pour cela la permission « Gérer le serveur » ici. Rien n’a été changé.
refused-only-on-servers = C’est réservé aux serveurs dont je suis membre, avec la permission « Gérer le serveur ». Rien n’a été changé.
refused-only-for-owners = En messages privés, c’est réservé à la personne qui gère ce bot. Sur un serveur, il faut la permission « Gérer le serveur ». Rien n’a été changé.
refused-settings-elsewhere = Les réglages sont ceux d’un serveur : à utiliser sur un serveur dont je suis membre. Rien n’a été changé.
refused-not-yours = Ce bouton est à quelqu’un d’autre. Rien n’a été changé.
refused-gone = Cet aperçu n’existe plus ; il faut le refaire.
refused-changed = { $id } a été changé ou retiré après cet aperçu. Rien n’a été changé ; il faut un nouvel aperçu.
refused-no-article = Cette bibliothèque n’a pas d’article { $id }. La liste est dans /{ command-article-name } { command-article-list-name }.
refused-everyones = { $id } est dans la bibliothèque commune ; seule la personne qui gère ce bot peut le changer.
refused-other-origin = { $id } ne peut être changé que de la façon dont il est arrivé : { $origin }. Rien n’a été changé.
refused-purged = { $id } a été supprimé définitivement et ne revient pas.
refused-too-many = Cette bibliothèque est pleine : elle peut contenir { $most ->
    [one] { $most } article
   *[other] { $most } articles
}. Il faut d’abord en retirer un.
refused-too-much = Cette bibliothèque est pleine : elle peut contenir { $most } octets de texte, anciennes versions comprises. Il faut d’abord supprimer définitivement un article.
refused-too-slow = La lecture du texte prend plus de { $seconds } secondes ; aucun article n’en demande autant. Il faut raccourcir le texte ou réessayer plus tard.
refused-most-gone = { $gone } des { $known } articles manquent dans le dossier. Rien n’a été changé ; si c’est voulu, lancer takeaway reindex --force dans le terminal.
refused-no-feed = { $address } n’est pas suivi. La liste est dans /{ command-feed-name } { command-feed-list-name }.
refused-too-many-feeds = Cette bibliothèque peut suivre { $most } flux. Il faut d’abord cesser d’en suivre un.
refused-file-kind = Un fichier .{ $ending } n’est pas lisible ; il faut du Markdown (.md), du HTML (.html) ou du texte (.txt).
refused-no-id = Le nom du fichier n’a ni lettre ni chiffre ; il faut le renommer.
read-empty = Le fichier est vide ; il faut un titre et du texte.
read-no-text = Il n’y a pas de texte hors des titres et métadonnées ; il faut des paragraphes.
read-no-title = Il n’y a pas de titre ; il faut commencer par un titre.
read-not-utf8 = La ligne { $line } n’est pas en UTF-8 ; il faut enregistrer le fichier en UTF-8.
read-too-large = Il a { $found } octets, la limite est { $limit }. Il faut le diviser.
read-record = Ce n’est pas un article en JSON.
read-front-matter = Ligne { $line } de l’en-tête : { $fault }
front-matter-unclosed = { $fence } n’est pas refermé par un autre { $fence }.
front-matter-syntax = ceci ne se lit pas comme du { $format } ; guillemets, deux-points et retraits sont à vérifier.
front-matter-unknown-field = le champ { $field } n’existe pas ; il y a id, title, outlet, byline, published, corrected, url, language, rights, based_on et correction.
front-matter-language = language vaut « { $found } » ; il faut un code comme fr.
front-matter-address = { $field } vaut « { $found } » ; il faut une adresse qui commence par https://, ou rien.
front-matter-day = { $field } vaut « { $found } » ; il faut un jour comme 2025-03-19.
read-not-an-article = Aucun article n’y est lisible. { $reason }
no-article-too-short = { $words ->
    [one] Le texte n’a que { $words } mot ;
   *[other] Le texte n’a que { $words } mots ;
} la page demande peut-être un script ou un compte. Le texte peut être ajouté par fichier.
no-article-untitled = Il y a du texte, mais ni titre ni intertitre. Le texte peut être ajouté par fichier.
no-article-paid = { $words ->
    [one] Seul { $words } mot est en accès libre ;
   *[other] Seuls { $words } mots sont en accès libre ;
} le reste est réservé aux abonnés. Le texte entier peut être ajouté par fichier, s’il peut être cité.
no-article-listing = C’est une liste d’articles : il faut l’adresse de l’un d’eux, ou suivre son flux.
no-article-too-much = La page contient plus d’éléments qu’aucun article. Le texte peut être ajouté par fichier.
no-article-unreadable = La page n’a pas pu être lue. Le texte peut être ajouté par fichier.
fetch-no-address = { $address } n’est pas une adresse web ; il en faut une qui commence par https://
fetch-refused = { $address } n’est pas une adresse web publique ; il faut l’adresse publique d’un article.
fetch-robots = Le site demande aux bots de ne pas lire { $address } ; demander au média, ou ajouter le texte par fichier s’il peut être cité.
fetch-robots-unknown = Le robots.txt de { $address } n’a pas pu être lu ; réessayer plus tard.
fetch-status = { $address } a répondu { $status } ; vérifier l’adresse ou réessayer plus tard.
fetch-redirects = { $address } est redirigé sans fin ; l’ouvrir dans un navigateur et donner l’adresse d’arrivée.
fetch-timeout = { $address } met trop de temps ; réessayer plus tard ou ajouter le texte par fichier.
fetch-too-large = { $address } a plus de { $most } octets ; ajouter le texte par fichier.
fetch-content-type = { $address } est { $found }, et non ce qui était attendu ; vérifier l’adresse.
fetch-not-a-feed = { $address } n’est pas un flux lisible ; il faut l’adresse d’un flux RSS, Atom ou JSON.
fetch-connection = { $address } est injoignable ; vérifier l’adresse ou réessayer plus tard.
fetch-settings = Les réglages du bot l’empêchent de lire des adresses ; le signaler à la personne qui le gère.

# Commands and options. `command-article-add` is what `/article add` does; `command-article-add-name` what it is called.
command-article = Les articles d’une bibliothèque
command-article-name = article
command-article-add = Ajouter un article d’une adresse web ou d’un fichier
command-article-add-name = ajouter
command-article-list = Lister les articles de cette bibliothèque
command-article-list-name = liste
command-article-show = Montrer ce qui est connu d’un article
command-article-show-name = montrer
command-article-remove = Ne plus citer un article ; ses versions sont conservées
command-article-remove-name = retirer
command-article-versions = Montrer les versions d’un article et leurs changements
command-article-versions-name = versions
command-article-log = Montrer qui a changé quoi, et quand
command-article-log-name = journal
command-article-purge = Supprimer définitivement le texte d’un article
command-article-purge-name = supprimer
command-reindex = Reconstruire l’index de cette bibliothèque
command-reindex-name = réindexer
command-feed = Les flux suivis par une bibliothèque
command-feed-name = flux
command-feed-add = Suivre un flux et ajouter ses articles dès leur parution
command-feed-add-name = ajouter
command-feed-list = Lister les flux suivis
command-feed-list-name = liste
command-feed-remove = Ne plus suivre un flux ; ses articles restent
command-feed-remove-name = retirer
command-feed-refresh = Lire maintenant un flux, ou tous
command-feed-refresh-name = lire
command-settings = Régler la langue, les salons des mentions et qui voit les réponses
command-settings-name = réglages
command-doctor = Dire ce qui manque ici et comment y remédier
command-doctor-name = diagnostic
option-url = Une adresse web
option-url-name = url
option-file = Un fichier Markdown, HTML ou texte
option-file-name = fichier
option-id = Un article de cette bibliothèque, par son identifiant
option-id-name = identifiant
