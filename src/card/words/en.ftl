# The bot's own words. Quotes are never translated.
close-lead = Closest passage; it may not be what you are looking for.
about-lead = About the article, not from its text
about-byline = Written by: { $value }
about-published = Published: { $value }
about-outlet = Published by: { $value }
about-title = Title: { $value }
about-address = Address: { $value }
about-unknown = The article does not say.
not-covered = The articles do not cover this.
not-covered-topics = The articles do not cover this. The nearest topics:
speaker = Speaker: { $line }
facts-from = Facts from: { $name }
corrected = corrected { $date }
version = version { $number }
superseded = From an earlier version; the article has changed since.
rival = As good a match: { $topic }
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
lead-section = Opening
articles-title = What can be quoted here
articles-none = There is no article here yet.
articles-line = { $sections ->
    [one] { $sections } section
   *[other] { $sections } sections
}
how-to-ask = Ask me about the articles: a question, or a few words. I answer with a quote and its source, or say that the articles do not cover it.
topics-title = Takeaways of “{ $title }”
topics-choose = Choose a topic
no-such-article = There is no such article here. /articles lists what there is.
no-source = No article here says what this message says.
topic-not-quoted = Nothing of this section can be quoted: it does not say whose words they are.
topic-gone = This topic is gone: its article was changed or removed.
button-too-old = This button is from an earlier version and no longer works. Ask again for a new one.
command-gone = This command has changed. Reload Discord and try again.
quote-too-long = This passage is too long to be quoted; follow the link to read it.
quote-too-long-alone = This passage is too long to be quoted.
lines-more = { $lines ->
    [one] … and one more line
   *[other] … and { $lines } more lines
}
licence = Licence: { $note }
apology = Something went wrong on our side. Try again; if it goes on, tell whoever runs this bot the reference { $reference }.
too-many = That was a lot of questions. You can ask again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
page = page { $page } of { $all }
page-before = Back
page-after = More
help-title = Ask the articles
help-mention = You can also mention me, reply to me, or write me a direct message.
help-quoted = I quote { $articles ->
    [0] nothing yet: there is no article here
    [one] one article, which /articles shows
   *[other] { $articles } articles, which /articles lists
}. A quote is always the article’s own words, with its source; I add none of my own.
help-run-by = This bot is run by { $name }, who answers for what it quotes.
help-run-by-nobody = Whoever runs this bot has not said who they are; ask the admins of this server.

# Below a quote.
button-context = Context
button-next = Next match
button-present = Present version
button-source = Source
button-share = Share
button-delete = Delete
quote-gone = This quote is gone: its article was removed.
context-none = There is nothing more around it that may be shown here.
present-gone = The present version no longer says this. Its topics:
share-not-yours = Only who asked can share an answer.
delete-not-yours = Only who asked, or who may manage messages here, can delete this card.
shared-by = Shared by { $who }
vote-up = Thank you. It is noted that this quote helped.
vote-down = Thank you. It is noted that this quote did not help.
vote-withdrawn = Thank you. Your vote is taken back.
card-withdrawn = The article that was quoted here was removed.
card-withdrawn-named = An article that was named here was removed.

# What is kept of a person.
privacy-title = What I keep of you
privacy-questions = I answer what you ask and do not keep it with your name.
privacy-votes = Votes on quotes: { $votes }. The last one is deleted on { $date }.
privacy-votes-none = Votes on quotes: none. A vote is deleted after half a year.
privacy-cards = Cards that you asked for: { $cards }. That it was you is forgotten on { $date } at the latest.
privacy-cards-none = Cards that you asked for: none. That it was you is forgotten after 30 days.
privacy-previews = Previews that you neither confirmed nor cancelled: { $previews }. The last one is deleted on { $date }.
privacy-admins = What you change as an admin, such as articles and settings, is kept with your number at Discord for a year.
privacy-how-to-delete = /{ command-privacy-name } { command-privacy-delete-name } deletes your votes, and that you asked for those cards, at once.
privacy-deleted = Deleted: votes: { $votes }; cards that are no longer known to be yours: { $cards }.

# Commands and options. `command-ask` is what `/ask` does; `command-ask-name` what it is called, in small letters.
command-ask = Quote the sentence that answers your question
command-ask-name = ask
command-takeaway = Quote what an article says on a topic
command-takeaway-name = takeaway
command-articles = List what can be quoted here
command-articles-name = articles
command-find-source = Quote the sentence that is closest to a message
command-help = How to ask, what is quoted, and who runs this bot
command-help-name = help
option-question = A question, or a few words
option-question-name = question
option-topic = A section of an article, or a few words
option-topic-name = topic
option-article = Only this article
option-article-name = article
option-private = Show the answer to you alone
option-private-name = private
command-privacy = What is kept of you
command-privacy-name = privacy
command-privacy-show = Show what is kept of you, and until when
command-privacy-show-name = show
command-privacy-delete = Delete your votes, and that you asked for your cards
command-privacy-delete-name = delete
