# The bot's own words in Russian. Quotes are never translated.
close-lead = Самый близкий отрывок; возможно, это не то, что вы ищете.
about-lead = О статье, а не из её текста
about-byline = Кто написал: { $value }
about-published = Дата публикации: { $value }
about-outlet = Издание: { $value }
about-title = Заголовок: { $value }
about-address = Адрес: { $value }
about-unknown = В статье это не указано.
not-covered = В статьях об этом ничего нет.
not-covered-topics = В статьях об этом ничего нет. Ближайшие темы:
speaker = Говорит: { $line }
facts-from = Источник фактов: { $name }
corrected = исправлено { $date }
version = версия { $number }
superseded = Из прежней версии: с тех пор статья изменилась.
rival = Подходит не хуже: { $topic }
date = { $day } { $month } { $year }
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
lead-section = Начало
articles-title = Что здесь можно цитировать
articles-none = Здесь пока нет статей.
articles-line = { $sections ->
    [one] { $sections } раздел
    [few] { $sections } раздела
    [many] { $sections } разделов
   *[other] { $sections } раздела
}
how-to-ask = Достаточно вопроса о статьях или пары слов: я отвечаю цитатой с источником или говорю, что в статьях об этом ничего нет.
topics-title = Главное из статьи «{ $title }»
topics-choose = Выберите тему
no-such-article = Такой статьи здесь нет. Что есть, покажет /{ command-articles-name }.
no-source = Того, что сказано в этом сообщении, нет ни в одной здешней статье.
topic-not-quoted = Из этого раздела ничего нельзя процитировать: в нём не сказано, чьи это слова.
topic-gone = Этой темы больше нет: её статью изменили или удалили.
button-too-old = Эта кнопка осталась от прежней версии и больше не работает. Спросите ещё раз — появится новая.
command-gone = Эта команда изменилась. Перезагрузите Discord и попробуйте ещё раз.
quote-too-long = Этот отрывок слишком длинный, чтобы его цитировать; прочитать его можно по ссылке.
quote-too-long-alone = Этот отрывок слишком длинный, чтобы его цитировать.
lines-more = { $lines ->
    [one] … и ещё { $lines } строка
    [few] … и ещё { $lines } строки
   *[many] … и ещё { $lines } строк
}
licence = Лицензия: { $note }
apology = У нас что-то пошло не так. Попробуйте ещё раз; если не поможет, сообщите тем, кто отвечает за этого бота, код { $reference }.
too-many = Вопросов было слишком много. Снова спросить можно через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
    [many] { $seconds } секунд
   *[other] { $seconds } секунды
}.
page = страница { $page } из { $all }
page-before = Назад
page-after = Дальше
help-title = Вопросы к статьям
help-mention = Ещё можно упомянуть меня, ответить на моё сообщение или написать мне в личные сообщения.
help-quoted = { $articles ->
    [0] Цитировать пока нечего: здесь нет статей
    [1] Я цитирую одну статью, её покажет /{ command-articles-name }
    [one] Я цитирую { $articles } статью, список покажет /{ command-articles-name }
    [few] Я цитирую { $articles } статьи, список покажет /{ command-articles-name }
    [many] Я цитирую { $articles } статей, список покажет /{ command-articles-name }
   *[other] Я цитирую { $articles } статьи, список покажет /{ command-articles-name }
}. Цитата — это всегда слова самой статьи, с источником; своих я не добавляю.
help-run-by = За этого бота и его цитаты отвечает { $name }.
help-run-by-nobody = Кто отвечает за этого бота, не указано; об этом можно спросить администраторов сервера.

# Below a quote.
button-context = Контекст
button-next = Следующее совпадение
button-present = Нынешняя версия
button-source = Источник
button-share = Поделиться
button-delete = Удалить
quote-gone = Этой цитаты больше нет: её статью удалили.
context-none = Больше вокруг этой цитаты здесь показать нельзя.
present-gone = В нынешней версии этого уже нет. Её темы:
share-not-yours = Поделиться ответом может только тот, кто спрашивал.
delete-not-yours = Удалить эту карточку может только тот, кто спрашивал, или тот, кто здесь управляет сообщениями.
shared-by = Ответом делится { $who }
vote-up = Спасибо! Записано: эта цитата помогла.
vote-down = Спасибо! Записано: эта цитата не помогла.
vote-withdrawn = Спасибо! Ваша оценка отозвана.
card-withdrawn = Статью, которая здесь цитировалась, удалили.
card-withdrawn-named = Статью, которая здесь упоминалась, удалили.

# What is kept of a person.
privacy-title = Что я храню о вас
privacy-questions = На вопросы я отвечаю, но с вашим именем их не храню.
privacy-votes = Оценки цитат: { $votes }. Последняя будет удалена { $date }.
privacy-votes-none = Оценки цитат: нет. Оценка удаляется через полгода.
privacy-cards = Карточки по вашим вопросам: { $cards }. Их связь с вами будет забыта не позже { $date }.
privacy-cards-none = Карточки по вашим вопросам: нет. Их связь с вами забывается через 30 дней.
privacy-previews = Предпросмотры, которые вы не подтвердили и не отменили: { $previews }. Последний будет удалён { $date }.
privacy-admins = То, что вы меняете как администратор, например статьи и настройки, хранится год с вашим номером в Discord.
privacy-how-to-delete = /{ command-privacy-name } { command-privacy-delete-name } сразу удаляет ваши оценки и связь этих карточек с вами.
privacy-deleted = Удалено оценок: { $votes }; карточек, которые больше не связаны с вами: { $cards }.

# Commands and options. `command-ask` is what `/ask` does; `command-ask-name` what it is called, in small letters.
command-ask = Процитировать предложение, которое отвечает на вопрос
command-ask-name = спросить
command-takeaway = Процитировать, что в статье сказано по теме
command-takeaway-name = главное
command-articles = Показать, что здесь можно цитировать
command-articles-name = статьи
command-find-source = Процитировать предложение, самое близкое к сообщению
command-help = Как спрашивать, что цитируется и кто отвечает за этого бота
command-help-name = справка
option-question = Вопрос или пара слов
option-question-name = вопрос
option-topic = Раздел статьи или пара слов
option-topic-name = тема
option-article = Только эта статья
option-article-name = статья
option-private = Ответ увидите только вы
option-private-name = лично
command-privacy = Что хранится о вас
command-privacy-name = приватность
command-privacy-show = Показать, что о вас хранится и до каких пор
command-privacy-show-name = показать
command-privacy-delete = Удалить ваши оценки и связь ваших карточек с вами
command-privacy-delete-name = удалить
