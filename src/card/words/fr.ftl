# The bot's own words in French. Quotes are never translated.
# The spaces before `:`, `;`, `!` and `?` and inside the quotation marks are no-break spaces.
close-lead = Passage le plus proche ; ce n’est peut-être pas le bon.
about-lead = À propos de l’article, hors de son texte
about-byline = Écrit par : { $value }
about-published = Date de publication : { $value }
about-outlet = Publié par : { $value }
about-title = Titre : { $value }
about-address = Adresse : { $value }
about-unknown = L’article ne le dit pas.
not-covered = Les articles n’en parlent pas.
not-covered-topics = Les articles n’en parlent pas. Les sujets les plus proches :
speaker = Qui parle : { $line }
facts-from = Source des faits : { $name }
corrected = corrigé le { $date }
version = version { $number }
superseded = Extrait d’une version antérieure ; l’article a changé depuis.
rival = Convient tout aussi bien : { $topic }
# The first of a month is “1er”.
date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
lead-section = Début
articles-title = Ce qui peut être cité ici
articles-none = Il n’y a pas encore d’article ici.
articles-line = { $sections ->
    [one] { $sections } section
    [many] { $sections } de sections
   *[other] { $sections } sections
}
how-to-ask = Une question sur les articles, ou quelques mots, suffisent : je réponds par une citation avec sa source, ou je dis que les articles n’en parlent pas.
topics-title = L’essentiel de « { $title } »
topics-choose = Choisir un sujet
no-such-article = Cet article n’est pas ici. La liste est dans /{ command-articles-name }.
no-source = Aucun article ici ne dit ce que dit ce message.
topic-not-quoted = Rien de cette section ne peut être cité : elle ne dit pas de qui sont ces mots.
topic-gone = Ce sujet n’existe plus : son article a été modifié ou supprimé.
button-too-old = Ce bouton vient d’une version antérieure et ne fonctionne plus. Il suffit de reposer la question pour en avoir un nouveau.
command-gone = Cette commande a changé. Il faut recharger Discord, puis réessayer.
quote-too-long = Ce passage est trop long pour être cité ; on peut le lire en suivant le lien.
quote-too-long-alone = Ce passage est trop long pour être cité.
lines-more = { $lines ->
    [one] … et une ligne de plus
   *[other] … et { $lines } lignes de plus
}
licence = Licence : { $note }
apology = Une erreur s’est produite de notre côté. Merci de réessayer ; si elle persiste, merci d’indiquer à la personne qui gère ce bot la référence { $reference }.
too-many = Cela fait beaucoup de questions. La prochaine sera possible dans { $seconds ->
    [one] { $seconds } seconde
    [many] { $seconds } de secondes
   *[other] { $seconds } secondes
}.
page = page { $page } sur { $all }
page-before = Précédent
page-after = Suivant
help-title = Interroger les articles
help-mention = On peut aussi me mentionner, me répondre ou m’écrire en message privé.
help-quoted = { $articles ->
    [0] Je ne cite encore rien : il n’y a pas d’article ici
    [one] Je cite un article, que /{ command-articles-name } affiche
    [many] Je cite { $articles } d’articles, dont /{ command-articles-name } donne la liste
   *[other] Je cite { $articles } articles, dont /{ command-articles-name } donne la liste
}. Une citation reprend toujours les mots mêmes de l’article, avec sa source ; je n’y ajoute rien.
help-run-by = Ce bot est géré par { $name }, responsable de ce qu’il cite.
help-run-by-nobody = Rien n’indique qui gère ce bot ; les admins de ce serveur pourront le dire.

# Below a quote.
button-context = Contexte
button-next = Passage suivant
button-present = Version actuelle
button-source = Source
button-share = Partager
button-delete = Supprimer
quote-gone = Cette citation n’existe plus : son article a été supprimé.
context-none = Autour de ce passage, rien de plus ne peut être montré ici.
present-gone = La version actuelle ne dit plus cela. Ses sujets :
share-not-yours = Seule la personne qui a posé la question peut partager la réponse.
delete-not-yours = Seules la personne qui a posé la question et celles qui gèrent les messages ici peuvent supprimer cette fiche.
shared-by = Partagé par { $who }
vote-up = Merci ! C’est noté : cette citation a été utile.
vote-down = Merci ! C’est noté : cette citation n’a pas été utile.
vote-withdrawn = Merci ! Le vote est retiré.
card-withdrawn = L’article cité ici a été supprimé.
card-withdrawn-named = Un article nommé ici a été supprimé.

# What is kept of a person.
privacy-title = Ce que je conserve sur vous
privacy-questions = Je réponds aux questions, sans les conserver avec votre nom.
privacy-votes = Votes sur des citations : { $votes }. Le dernier sera effacé le { $date }.
privacy-votes-none = Votes sur des citations : aucun. Un vote est effacé au bout de six mois.
privacy-cards = Fiches demandées par vous : { $cards }. Le lien avec vous sera oublié le { $date } au plus tard.
privacy-cards-none = Fiches demandées par vous : aucune. Le lien avec vous est oublié au bout de 30 jours.
privacy-previews = Aperçus ni confirmés ni annulés : { $previews }. Le dernier sera effacé le { $date }.
privacy-admins = Ce que vous changez en tant qu’admin, comme les articles et les réglages, est conservé un an avec votre numéro Discord.
privacy-how-to-delete = /{ command-privacy-name } { command-privacy-delete-name } efface tout de suite vos votes et le lien entre vous et ces fiches.
privacy-deleted = Votes effacés : { $votes } ; fiches qui ne sont plus liées à vous : { $cards }.

# Commands and options. `command-ask` is what `/ask` does; `command-ask-name` what it is called, in small letters.
command-ask = Citer la phrase qui répond à la question
command-ask-name = demander
command-takeaway = Citer ce qu’un article dit d’un sujet
command-takeaway-name = essentiel
command-articles = Lister ce qui peut être cité ici
command-articles-name = articles
command-find-source = Citer la phrase la plus proche d’un message
command-help = Comment demander, ce qui est cité et qui gère ce bot
command-help-name = aide
option-question = Une question, ou quelques mots
option-question-name = question
option-topic = Une section d’un article, ou quelques mots
option-topic-name = sujet
option-article = Cet article seulement
option-article-name = article
option-private = Personne d’autre ne verra la réponse
option-private-name = privé
command-privacy = Ce qui est conservé sur vous
command-privacy-name = confidentialité
command-privacy-show = Montrer ce qui est conservé sur vous, et jusqu’à quand
command-privacy-show-name = montrer
command-privacy-delete = Effacer vos votes et le lien entre vous et vos fiches
command-privacy-delete-name = effacer
