# The bot's own words for those who answer for a library. Quotes are never translated.
library-everyone = everyone’s library
library-guild = this server’s library
library-none = There is no article in this library yet.
articles-counted = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
}
sentences-counted = { $sentences ->
    [one] { $sentences } sentence
   *[other] { $sentences } sentences
}
known-language = Language: { $value }
rights-own = Rights: own; whole sections may be shown
rights-licensed = Rights: licensed; whole sections may be shown
rights-public = Rights: public domain; whole sections may be shown
rights-quote = Rights: short quotes only
origin-bundled = came with the program
origin-folder = from the folder’s file { $source }
origin-upload = uploaded as { $source }
origin-address = from { $source }
origin-feed = from a feed, { $source }
origin-import = imported as { $source }

# Adding
add-one-of = Give either a web address or a file: Markdown (.md), HTML (.html) or text (.txt).
preview-title = Preview: { $title }
preview-new = Nothing is kept yet. Confirm to add it to { $library }.
preview-changes = Nothing is changed yet. Confirm to make it a new version of { $id }.
preview-more-sections = … and { $sections ->
    [one] one more section
   *[other] { $sections } more sections
}
preview-findings = What became of the rest, and what is missing:
preview-no-findings = Nothing was left out, and nothing is missing.
preview-more-findings = … and { $findings } more
preview-questions = Questions that it answers:
preview-no-questions = No question was found in its headings and numbers that it answers.
finding-byline = became the byline
finding-date-line = became the date
finding-original-address = became the address
finding-correction = became the correction notice
finding-photo-credit = left out, a photo credit
finding-caption = left out, a caption
finding-related-article = left out, a related article
finding-sign-up = left out, an invitation to sign up
finding-cookie-notice = left out, a cookie notice
finding-share-bar = left out, a share bar
finding-credits = left out, credits
finding-embed = left out, a table, a picture or code
finding-struck-out = left out, struck out
finding-no-outlet = no outlet is given
finding-no-byline = no byline is given
finding-no-date = no date is given
finding-no-address = no address is given
finding-language-detected = no language is given; it was detected
confirm = Confirm
cancel = Cancel
cancelled = Cancelled. Nothing was changed.
kept-added = “{ $title }” was added as { $id }. You can ask about it now.
kept-updated = “{ $title }” is a new version of { $id }.
kept-unchanged = { $id } is as it was.
removed = { $id } is no longer quoted; its versions are kept.
purge-title = Delete { $id } for good?
purge-asks = The text of all its versions is deleted and does not come back under this id or address.
purged = { $id } was deleted for good.
purged-held = { $id } is quoted no more, but another process still reads the library as it was, so that the text is still on the disk. Whoever runs this bot can end that process; then delete { $id } again.

# Looking
versions-title = Versions of { $id }
article-removed = No longer quoted; this is its last version.
versions-more = … and { $sentences ->
    [one] one more changed sentence
   *[other] { $sentences } more changed sentences
}
log-title = Who changed what
log-none = Nothing was changed yet.
log-kept = kept for a year
log-operator = the operator
log-person = user { $person }
log-added = added { $subject }
log-updated = changed { $subject }
log-removed = removed { $subject }
log-purged = deleted { $subject } for good
log-reindexed = built the index anew
log-imported = imported { $subject }
log-feed-added = followed { $subject }
log-feed-removed = stopped following { $subject }
log-feed-refreshed = read { $subject }
log-set = changed the settings

# Index and feeds
reindex-title = Building the index
reindex-begins = It begins.
reindex-progress = { $done } of { $all }
reindex-folder = Article folder: { $added } added, { $updated } updated, { $retired } retired, { $unchanged } unchanged.
reindex-failed = Could not be read; their articles stay as they were: { $files }
reindex-written = Done: { $articles } in { $seconds } s.
feeds-title = Feeds
feeds-none = No feed is followed.
feed-read = { $articles } · read { $time }
feed-failing = { $times ->
    [one] The last fetch failed; its articles stay.
   *[other] The last { $times } fetches failed; its articles stay.
}
feed-added = { $address } is followed now.
feed-removed = { $address } is no longer followed; its articles stay.
feed-refreshed = { $address } was read.
feeds-refreshed = The feeds were read.
feed-brought = { $added } added, { $updated } updated.
feed-pages-failed = { $pages ->
    [one] One page gave no article.
   *[other] { $pages } pages gave no article.
}

# Settings and advice
settings-title = Settings of this server
settings-language = Language: { $language }
settings-private = Commands are answered privately, unless somebody asks otherwise.
settings-public = Commands are answered in public, unless somebody asks otherwise.
settings-everywhere = Mentions are answered in every channel.
settings-channels = Mentions are answered in { $channels ->
    [one] one channel
   *[other] { $channels } channels
} only.
settings-choose-language = The bot’s language
settings-choose-channels = Channels where mentions are answered
settings-go-private = Answer privately
settings-go-public = Answer in public
language-own = each person’s own
language-en = English
language-ru = Русский
language-fr = Français
language-de = Deutsch
language-es = Español
language-pt = Português
doctor-title = What is missing here
doctor-well = Nothing is missing: I can read, answer and show everything here.
doctor-permission = I lack the permission “{ $permission }” in this channel; allow it in the channel’s settings.
doctor-channel = I am to answer mentions in channel { $channel }, but lack “{ $permission }” there; allow it in that channel’s settings.
doctor-channel-gone = I am to answer mentions in channel { $channel }, which is gone or hidden from me; choose another with /settings.
doctor-not-member = I am not a member of this server; invite me, so that mentions and a library of its own work.
doctor-not-heard = I cannot see this server’s channels; invite me again with the scopes “bot” and “applications.commands”.
doctor-no-articles = There is no article to quote here; add one with /article add.
doctor-full = This server’s library is full; remove an article with /article remove.
doctor-feed = The feed { $address } fails; check it with /feed list.
doctor-run-by = Nobody is named as running this bot; set discord.run_by.
permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-embed-links = Embed Links
permission-read-message-history = Read Message History
permission-send-in-threads = Send Messages in Threads

# Refusals
refused-permission = You need the permission “Manage Server” here for that. Nothing was changed.
refused-only-on-servers = This is for servers that I am a member of, and there for those with the permission “Manage Server”. Nothing was changed.
refused-only-for-owners = In direct messages this is for whoever runs this bot. Use it on a server where you have the permission “Manage Server”. Nothing was changed.
refused-settings-elsewhere = Settings belong to a server: use this on a server that I am a member of. Nothing was changed.
refused-not-yours = This button is somebody else’s. Nothing was changed.
refused-gone = This preview is no longer there; make it again.
refused-changed = { $id } was changed or removed after this preview. Nothing was changed; look at it anew.
refused-no-article = There is no article { $id } in this library. /article list shows all.
refused-everyones = { $id } is in everyone’s library; only whoever runs this bot may change it.
refused-other-origin = { $id } can be changed only the way it came: { $origin }. Nothing was changed.
refused-purged = { $id } was deleted for good and does not come back.
refused-too-many = This library is full: it may hold { $most ->
    [one] one article
   *[other] { $most } articles
}. Remove one first.
refused-too-much = This library is full: it may hold { $most } bytes of text, old versions included. Delete an article for good first.
refused-too-slow = The text takes longer than { $seconds } seconds to read, which no article does. Shorten it, or try again later.
refused-most-gone = { $gone } of { $known } articles are gone from the article folder. Nothing was changed; if that is meant, run takeaway reindex --force on the terminal.
refused-no-feed = { $address } is not followed. /feed list shows what is.
refused-too-many-feeds = This library may follow { $most ->
    [one] one feed
   *[other] { $most } feeds
}. Stop following one first.
refused-file-kind = A .{ $ending } file cannot be read; give Markdown (.md), HTML (.html) or text (.txt).
refused-no-id = The file’s name has no letters or digits; rename it.
read-empty = The file is empty; it needs a title and some text.
read-no-text = There is no text besides headings and metadata; add paragraphs.
read-no-title = There is no title; begin with a heading.
read-not-utf8 = Line { $line } is not UTF-8; save the file as UTF-8.
read-too-large = It has { $found } bytes; { $limit } may be read. Split it.
read-record = That is no article in JSON.
read-front-matter = Line { $line } of the front matter: { $fault }
front-matter-unclosed = { $fence } is not closed by another { $fence }.
front-matter-syntax = this cannot be read as { $format }; check quotation marks, colons and indents.
front-matter-unknown-field = there is no field { $field }; known are id, title, outlet, byline, published, corrected, url, language, rights, based_on and correction.
front-matter-language = language is “{ $found }”; give a code such as en.
front-matter-address = { $field } is “{ $found }”; give an address that begins with https://, or leave it out.
front-matter-day = { $field } is “{ $found }”; give a day such as 2025-03-19.
read-not-an-article = No article can be read there. { $reason }
no-article-too-short = { $words ->
    [one] There is one word of text;
   *[other] There are { $words } words of text;
} the page may need a script or an account. The text can be added as a file.
no-article-untitled = There is text, but neither a title nor a heading. The text can be added as a file.
no-article-paid = { $words ->
    [one] Only one word is free;
   *[other] Only { $words } words are free;
} the rest is for subscribers. The whole text can be added as a file, if it may be quoted.
no-article-listing = It lists articles: give the address of one of them, or follow its feed.
no-article-too-much = The page holds or nests more than any article does. The text can be added as a file.
no-article-unreadable = The page could not be read. The text can be added as a file.
fetch-no-address = { $address } is no web address; give one that begins with https://
fetch-refused = { $address } is no public web address; give the public address of an article.
fetch-robots = The site asks bots not to fetch { $address }; ask the outlet, or add the text as a file if you may quote it.
fetch-robots-unknown = The robots.txt of { $address } could not be read; try again later.
fetch-status = { $address } answered { $status }; check the address, or try again later.
fetch-redirects = { $address } is redirected without end; open it in a browser and give the address that it ends at.
fetch-timeout = { $address } takes too long; try again later, or add the text as a file.
fetch-too-large = { $address } has more than { $most } bytes; add the text as a file.
fetch-content-type = { $address } is { $found }, which is not what was expected; check the address.
fetch-not-a-feed = { $address } is no feed that can be read; give the address of an RSS, Atom or JSON feed.
fetch-connection = { $address } cannot be reached; check the address, or try again later.
fetch-settings = The bot’s settings keep it from fetching; tell whoever runs it.

# Commands and options. `command-article-add` is what `/article add` does; `command-article-add-name` what it is called.
command-article = The articles of a library
command-article-name = article
command-article-add = Add an article from a web address or a file
command-article-add-name = add
command-article-list = List the articles of this library
command-article-list-name = list
command-article-show = Show what is known of an article
command-article-show-name = show
command-article-remove = Quote an article no longer; its versions are kept
command-article-remove-name = remove
command-article-versions = Show an article’s versions and what changed
command-article-versions-name = versions
command-article-log = Show who changed what, and when
command-article-log-name = log
command-article-purge = Delete the text of an article for good
command-article-purge-name = purge
command-reindex = Build the index of this library anew
command-reindex-name = reindex
command-feed = The feeds that a library follows
command-feed-name = feed
command-feed-add = Follow a feed and add its articles as they come out
command-feed-add-name = add
command-feed-list = List the feeds that are followed
command-feed-list-name = list
command-feed-remove = Follow a feed no longer; its articles stay
command-feed-remove-name = remove
command-feed-refresh = Read a feed now, or all of them
command-feed-refresh-name = refresh
command-settings = Set the language, where mentions are answered, and who sees answers
command-settings-name = settings
command-doctor = Say what is missing here and what to do about it
command-doctor-name = doctor
option-url = A web address
option-url-name = url
option-file = A Markdown, HTML or text file
option-file-name = file
option-id = An article of this library, by its id
option-id-name = id
