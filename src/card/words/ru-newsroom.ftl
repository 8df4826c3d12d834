# The bot's own words in Russian, for those who answer for a library. Quotes are never translated.
library-everyone = общая библиотека
library-guild = библиотека этого сервера
library-none = В этой библиотеке пока нет статей.
articles-counted = { $articles ->
    [one] { $articles } статья
    [few] { $articles } статьи
    [many] { $articles } статей
   *[other] { $articles } статьи
}
sentences-counted = { $sentences ->
    [one] { $sentences } предложение
    [few] { $sentences } предложения
    [many] { $sentences } предложений
   *[other] { $sentences } предложения
}
known-language = Язык: { $value }
rights-own = Права: свой текст; разделы можно показывать целиком
rights-licensed = Права: по лицензии; разделы можно показывать целиком
rights-public = Права: общественное достояние; разделы можно показывать целиком
rights-quote = Права: только короткие цитаты
origin-bundled = вместе с программой
origin-folder = из файла { $source } в папке
origin-upload = загружена как { $source }
origin-address = из { $source }
origin-feed = из ленты, { $source }
origin-import = импортирована как { $source }

# Adding
add-one-of = Нужен или веб-адрес, или файл: Markdown (.md), HTML (.html) или текст (.txt).
preview-title = Предварительный просмотр: { $title }
preview-new = Пока ничего не сохранено. «Подтвердить» добавит статью. Куда: { $library }.
preview-changes = Пока ничего не изменено. «Подтвердить» сделает это новой версией { $id }.
preview-more-sections = … и ещё { $sections ->
    [one] { $sections } раздел
    [few] { $sections } раздела
    [many] { $sections } разделов
   *[other] { $sections } раздела
}
preview-findings = Что стало с остальным и чего не хватает:
preview-no-findings = Ничего не пропущено, и всего хватает.
preview-more-findings = … и ещё { $findings }
preview-questions = Вопросы, на которые статья отвечает:
preview-no-questions = По заголовкам и числам не нашлось вопроса, на который статья отвечает.
finding-byline = стало подписью автора
finding-date-line = стало датой
finding-original-address = стало адресом
finding-correction = стало пометкой об исправлении
finding-photo-credit = пропущено, автор снимка
finding-caption = пропущено, подпись к снимку
finding-related-article = пропущено, статья по теме
finding-sign-up = пропущено, приглашение подписаться
finding-cookie-notice = пропущено, уведомление о куки
finding-share-bar = пропущено, кнопки «поделиться»
finding-credits = пропущено, сведения о правах
finding-embed = пропущено, таблица, картинка или код
finding-struck-out = пропущено, зачёркнуто
finding-no-outlet = издание не указано
finding-no-byline = автор не указан
finding-no-date = дата не указана
finding-no-address = адрес не указан
finding-language-detected = язык не указан; он определён по тексту
confirm = Подтвердить
cancel = Отменить
cancelled = Отменено. Ничего не изменено.
kept-added = Статья «{ $title }» добавлена как { $id }. О ней уже можно спрашивать.
kept-updated = Статья «{ $title }» — новая версия { $id }.
kept-unchanged = { $id } не изменилась.
removed = { $id } больше не цитируется; её версии сохранены.
purge-title = Удалить { $id } навсегда?
purge-asks = Текст всех её версий удаляется и не вернётся ни под этим именем, ни с этого адреса.
purged = { $id } удалена навсегда.
purged-held = { $id } больше не цитируется, но другой процесс ещё читает библиотеку в прежнем виде, и текст пока остаётся на диске. Владелец бота может завершить этот процесс; затем удалите { $id } ещё раз.

# Looking
versions-title = Версии { $id }
article-removed = Больше не цитируется; это последняя версия.
versions-more = … и ещё { $sentences ->
    [one] { $sentences } изменённое предложение
    [few] { $sentences } изменённых предложения
    [many] { $sentences } изменённых предложений
   *[other] { $sentences } изменённого предложения
}
log-title = Кто что изменил
log-none = Пока ничего не меняли.
log-kept = хранится год
log-operator = владелец бота
log-person = участник { $person }
log-added = добавление: { $subject }
log-updated = изменение: { $subject }
log-removed = снятие: { $subject }
log-purged = удаление навсегда: { $subject }
log-reindexed = индекс построен заново
log-imported = импорт: { $subject }
log-feed-added = подписка: { $subject }
log-feed-removed = отписка: { $subject }
log-feed-refreshed = чтение: { $subject }
log-set = настройки изменены

# Index and feeds
reindex-title = Построение индекса
reindex-begins = Начинается.
reindex-progress = { $done } из { $all }
reindex-folder = Папка статей: добавлено { $added }, изменено { $updated }, снято { $retired }, без изменений { $unchanged }.
reindex-failed = Не удалось прочитать, эти статьи остались прежними: { $files }
reindex-written = Готово: { $articles } за { $seconds } с.
feeds-title = Ленты
feeds-none = Подписок на ленты нет.
feed-read = { $articles } · прочитана { $time }
feed-failing = Неудачных чтений подряд: { $times }; статьи ленты остаются.
feed-added = Теперь есть подписка на { $address }.
feed-removed = Подписки на { $address } больше нет; статьи ленты остаются.
feed-refreshed = Лента { $address } прочитана.
feeds-refreshed = Ленты прочитаны.
feed-brought = Добавлено { $added }, изменено { $updated }.
feed-pages-failed = Страниц без статьи: { $pages }.

# Settings and advice
settings-title = Настройки этого сервера
settings-language = Язык: { $language }
settings-private = Ответы на команды видны только спросившему, если не попросить иначе.
settings-public = Ответы на команды видны всем, если не попросить иначе.
settings-everywhere = На упоминания бот отвечает во всех каналах.
settings-channels = На упоминания бот отвечает только в выбранных каналах: { $channels }.
settings-choose-language = Язык бота
settings-choose-channels = Каналы, где бот отвечает на упоминания
settings-go-private = Отвечать лично
settings-go-public = Отвечать при всех
language-own = свой у каждого
language-en = English
language-ru = Русский
language-fr = Français
language-de = Deutsch
language-es = Español
language-pt = Português
doctor-title = Чего здесь не хватает
doctor-well = Всего хватает: здесь можно и читать, и отвечать, и показывать.
doctor-permission = В этом канале у меня нет права «{ $permission }»; его можно дать в настройках канала.
doctor-channel = В канале { $channel } я отвечаю на упоминания, но там у меня нет права «{ $permission }»; его можно дать в настройках того канала.
doctor-channel-gone = В канале { $channel } я отвечаю на упоминания, но его больше нет или он мне не виден; другой можно выбрать командой /{ command-settings-name }.
doctor-not-member = Меня нет на этом сервере; после приглашения заработают упоминания и своя библиотека.
doctor-not-heard = Каналы этого сервера мне не видны; пригласите меня снова с «bot» и «applications.commands».
doctor-no-articles = Здесь нечего цитировать; статью добавит /{ command-article-name } { command-article-add-name }.
doctor-full = Библиотека этого сервера заполнена; статью снимет /{ command-article-name } { command-article-remove-name }.
doctor-feed = Лента { $address } не читается; подробнее: /{ command-feed-name } { command-feed-list-name }.
doctor-run-by = Не указано, кто отвечает за этого бота; нужна настройка discord.run_by.
permission-view-channel = Просматривать канал
permission-send-messages = Отправлять сообщения
permission-embed-links = Встраивать ссылки
permission-read-message-history = Читать историю сообщений
permission-send-in-threads = Отправлять сообщения в ветках

# Refusals
refused-permission = Для этого здесь нужно право «Управлять сервером». Ничего не изменено.
refused-only-on-servers = Это работает на серверах, где я есть, с правом «Управлять сервером». Ничего не изменено.
refused-only-for-owners = В личных сообщениях это может только владелец бота. На сервере нужно право «Управлять сервером». Ничего не изменено.
refused-settings-elsewhere = Настройки есть у сервера: команда работает на сервере, где я есть. Ничего не изменено.
refused-not-yours = Это чужая кнопка. Ничего не изменено.
refused-gone = Этого предварительного просмотра больше нет; сделайте его заново.
refused-changed = { $id } изменили или сняли после этого просмотра. Ничего не изменено; посмотрите заново.
refused-no-article = В этой библиотеке нет статьи { $id }. Список: /{ command-article-name } { command-article-list-name }.
refused-everyones = { $id } — в общей библиотеке; изменить её может только владелец бота.
refused-other-origin = { $id } можно изменить только тем путём, каким она сюда попала: { $origin }. Ничего не изменено.
refused-purged = { $id } удалена навсегда и не вернётся.
refused-too-many = Библиотека заполнена, статей может быть не больше { $most }. Сначала снимите одну.
refused-too-much = Библиотека заполнена, в ней может быть { $most } байт текста вместе со старыми версиями. Сначала удалите статью навсегда.
refused-too-slow = Чтение текста занимает больше { $seconds } с, чего не бывает со статьями. Сократите текст или повторите попытку позже.
refused-most-gone = В папке не хватает статей: { $gone } из { $known }. Ничего не изменено; если так и надо, в терминале есть takeaway reindex --force.
refused-no-feed = Подписки на { $address } нет. Список: /{ command-feed-name } { command-feed-list-name }.
refused-too-many-feeds = Лент может быть не больше { $most }. Сначала отпишитесь от одной.
refused-file-kind = Файл .{ $ending } не читается; подходят Markdown (.md), HTML (.html) и текст (.txt).
refused-no-id = В имени файла нет ни букв, ни цифр; переименуйте его.
read-empty = Файл пуст; нужны заголовок и текст.
read-no-text = Кроме заголовков и сведений, текста нет; добавьте абзацы.
read-no-title = Нет заголовка; начните с него.
read-not-utf8 = Строка { $line } не в UTF-8; сохраните файл в UTF-8.
read-too-large = В нём { $found } байт, а прочитать можно { $limit }. Разделите его.
read-record = Это не статья в формате JSON.
read-front-matter = Строка { $line } сведений о статье: { $fault }
front-matter-unclosed = после { $fence } нет второй строки { $fence }.
front-matter-syntax = это не читается как { $format }; проверьте кавычки, двоеточия и отступы.
front-matter-unknown-field = поля { $field } нет; есть id, title, outlet, byline, published, corrected, url, language, rights, based_on и correction.
front-matter-language = в поле language стоит «{ $found }»; нужен код, например ru.
front-matter-address = в поле { $field } стоит «{ $found }»; нужен адрес, который начинается с https://, или ничего.
front-matter-day = в поле { $field } стоит «{ $found }»; нужна дата, например 2025-03-19.
read-not-an-article = Прочитать там статью не удалось. { $reason }
no-article-too-short = { $words ->
    [one] Текста там всего { $words } слово;
    [few] Текста там всего { $words } слова;
   *[other] Текста там всего { $words } слов;
} возможно, странице нужен скрипт или вход. Текст можно добавить файлом.
no-article-untitled = Текст есть, но нет ни названия, ни заголовка. Текст можно добавить файлом.
no-article-paid = { $words ->
    [one] Открыто только { $words } слово,
    [few] Открыты только { $words } слова,
   *[other] Открыто только { $words } слов,
} остальное для подписчиков. Весь текст можно добавить файлом, если его можно цитировать.
no-article-listing = Это список статей: укажите адрес одной из них или подпишитесь на ленту.
no-article-too-much = На странице больше элементов, чем бывает в статьях. Текст можно добавить файлом.
no-article-unreadable = Страница не читается. Текст можно добавить файлом.
fetch-no-address = { $address } — не веб-адрес; нужен адрес, который начинается с https://
fetch-refused = { $address } — не общедоступный веб-адрес; нужен общедоступный адрес статьи.
fetch-robots = Сайт просит ботов не читать { $address }; спросите издание или добавьте текст файлом, если его можно цитировать.
fetch-robots-unknown = Не удалось прочитать robots.txt сайта { $address }; попробуйте позже.
fetch-status = { $address } отвечает { $status }; проверьте адрес или попробуйте позже.
fetch-redirects = { $address } перенаправляет без конца; откройте его в браузере и дайте конечный адрес.
fetch-timeout = { $address } отвечает слишком долго; попробуйте позже или добавьте текст файлом.
fetch-too-large = По адресу { $address } больше { $most } байт; добавьте текст файлом.
fetch-content-type = { $address } — это { $found }, а не то, что ожидалось; проверьте адрес.
fetch-not-a-feed = { $address } — не лента, которую можно прочитать; нужен адрес ленты RSS, Atom или JSON.
fetch-connection = { $address } недоступен; проверьте адрес или попробуйте позже.
fetch-settings = Настройки бота не дают ему читать адреса; сообщите тем, кто за него отвечает.

# Commands and options. `command-article-add` is what `/article add` does; `command-article-add-name` what it is called.
command-article = Статьи библиотеки
command-article-name = статья
command-article-add = Добавить статью с веб-адреса или из файла
command-article-add-name = добавить
command-article-list = Показать статьи этой библиотеки
command-article-list-name = список
command-article-show = Показать, что известно о статье
command-article-show-name = показать
command-article-remove = Больше не цитировать статью; её версии сохранятся
command-article-remove-name = снять
command-article-versions = Показать версии статьи и что изменилось
command-article-versions-name = версии
command-article-log = Показать, кто что изменил и когда
command-article-log-name = журнал
command-article-purge = Удалить текст статьи навсегда
command-article-purge-name = удалить
command-reindex = Построить индекс этой библиотеки заново
command-reindex-name = индекс
command-feed = Ленты, на которые подписана библиотека
command-feed-name = лента
command-feed-add = Подписаться на ленту и добавлять её статьи
command-feed-add-name = добавить
command-feed-list = Показать подписки на ленты
command-feed-list-name = список
command-feed-remove = Отписаться от ленты; её статьи останутся
command-feed-remove-name = убрать
command-feed-refresh = Прочитать сейчас одну ленту или все
command-feed-refresh-name = прочитать
command-settings = Настроить язык, каналы для упоминаний и видимость ответов
command-settings-name = настройки
command-doctor = Сказать, чего здесь не хватает и что делать
command-doctor-name = диагностика
option-url = Веб-адрес
option-url-name = адрес
option-file = Файл Markdown, HTML или текст
option-file-name = файл
option-id = Статья этой библиотеки, по её имени
option-id-name = имя
