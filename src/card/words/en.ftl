# The bot's own words. Quotes are never translated.
close-lead = Closest passage; it may not answer this.
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
published = { $date }
corrected = corrected { $date }
version = version { $number }
superseded = From an earlier version; the article has changed since.
by = by { $byline }
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
no-such-article = There is no article `{ $id }` here.
