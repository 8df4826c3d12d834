//! One list of promises: where sentences end, in the six languages.

use super::*;

/// A bar stands where a sentence must end, and nowhere else.
#[track_caller]
fn check(code: &str, expected: &str) {
    let text = expected.replace(" | ", " ");
    let language = Language::parse(code).expect("the case names a language");
    let found: Vec<&str> = split(language, &text).into_iter().map(|s| &text[s]).collect();
    assert_eq!(found.join(" | "), expected);
}

#[test]
fn abbreviations_do_not_end_a_sentence() {
    check("en", "The U.S. President met Dr. Hale on Jan. 5 in St. Petersburg. | Growth was 3.5 % a year. | It fell.");
    check("en", "He lives in the U.S. | The other lives in France.");
    check("en", "It rained on Sept. 12, 1999. | It was cold.");
    check("en", "Gen. Moss and Sen. Prell met Gov. Oke. | They talked.");
    check("en", "See No. 5 on the list. | It is good.");
    check("en", "It was Selm vs. Oke in court. | Selm won.");
    check("en", "Fruit, e.g. apples, i.e. red ones, sell well. | Pears do not.");
    check("en", "Oke & Co. Ltd. sold the mill. | It burned.");
    check("en", "Mr. Oke, Mrs. Prell and Ms. Moss came. | Nobody else did.");
    check("fr", "Hier, a dit M. Macron, tout va bien. | Mme. Roy a souri.");
    check("fr", "Le prix a baissé, p. ex. à Lyon. | Il remonte.");
    check("fr", "MM. Roy et Moreau sont venus. | Ils ont parlé.");
    check("fr", "Le Dr. Roy habite au n° 5. | Elle écrit.");
    check("de", "Er ist der 2. Vorsitzende des Vereins. | Am 3. Mai wählt z. B. Bremen.");
    check("de", "Das kostet ca. 3,5 Mio. Euro. | Es lohnt sich.");
    check("de", "Prof. Dr. Müller kam um 10.30 Uhr. | Er ging früh.");
    check("de", "Die Straße usw. wird gebaut. | Das dauert bzw. kostet viel.");
    check("ru", "Он родился в 1990 г. в Москве. | Это так.");
    check("ru", "Это дорого, т.е. плохо. | Но т. е. не всегда.");
    check("ru", "А. С. Пушкин жил на ул. Мойка. | Дом цел.");
    check("ru", "Цена выросла на 5 млн руб. в год. | Это много.");
    check("es", "El Sr. Ruiz y la Dra. Paz llegaron. | Nadie habló.");
    check("es", "EE.UU. aceptó el plan. | Nadie más lo hizo.");
    check("pt", "O Dr. Silva chegou. | A Sra. Costa saiu.");
    check("pt", "O prof. Silva mora na av. Brasil. | Ele escreve.");
}

#[test]
fn initials_belong_to_a_name() {
    check("en", "J. R. Moss wrote it. | She did not.");
    check("en", "It was written by J. Moss. | It sold well.");
    check("de", "Das schrieb K. Müller. | Es half nicht.");
    check("fr", "C’est J. Moreau qui parle. | On écoute.");
    check("en", "They chose plan B. | It failed.");
}

#[test]
fn numbers_dates_and_times_stay_whole() {
    check("en", "They met at 5 p.m. on Monday. | Nobody spoke.");
    check("en", "They met at 5 p.m. | The hall was full.");
    check("en", "The dam is 12.5 m high. | It leaks.");
    check("en", "Ana left the town in May. | She came back in June.");
    check("en", "It rose in March. | Then it fell.");
    check("en", "He was born in 1990. | He died in 2020.");
    check("de", "Am 12. Mai 1999 regnete es. | Danach nicht.");
    check("de", "Im 19. Jahrhundert war es kalt. | Heute nicht.");
    check("de", "Das war 1999. | Danach kam nichts.");
    check("ru", "Цена выросла на 3,5 %. | Потом упала.");
    check("ru", "Это было 12.05.1999 в порту. | Потом стало тихо.");
    check("es", "Costó 3.500 euros. | Fue caro.");
    check("pt", "Custou R$ 3.500,00. | Foi caro.");
    check("fr", "Il est arrivé à 10 h. 30. | Puis il est parti.");
}

#[test]
fn a_quotation_stays_with_who_said_it() {
    check("en", "\"These talks begin now,\" said the White House readout. | Nobody else spoke.");
    check("en", "“Will it end?” President Holt asked. | He got no answer.");
    check("en", "\"I came. I saw,\" she said. | Then she left.");
    check("en", "\"Stop!\" cried Oke. | Nobody stopped.");
    check("en", "Oke said: \"It is over. We go home.\" | They went.");
    check("en", "\"It is over,\" said Oke. | \"We go home,\" he added.");
    check("en", "\"It is over,\" said Oke, \"and we go home.\" | They went.");
    check("en", "\"It is over.\" | The town was quiet.");
    check("en", "Ana left in May. | \"She was tired,\" her brother said.");
    check("ru", "«Вы придёте?» — спросил он. | Она молчала.");
    check("ru", "«Всё кончено», — сказал Холин. | «Мы идём домой», — добавил он.");
    check("ru", "«Это конец. Мы идём домой», — сказал Холин. | Все ушли.");
    check("ru", "— Я приду, — сказал он. | — Ждите меня.");
    check("fr", "« Est-ce fini ? », a demandé Mme Roy. | Personne ne répond.");
    check("fr", "« C’est fini. On rentre », a dit M. Roy. | Tous partent.");
    check("de", "„Ist es vorbei?“, fragte Anna. | Niemand antwortete.");
    check("de", "„Es ist vorbei. Wir gehen“, sagte Anna. | Alle gingen.");
    check("de", "Anna sagte: „Es ist vorbei.“ | Alle gingen.");
    check("es", "«¿Se acabó?», preguntó Ruiz. | Nadie respondió.");
    check("es", "—Vendré —dijo Ruiz—. | Nadie respondió.");
    check("es", "¿Quién llamó? | ¡Nadie!");
    check("pt", "“Acabou?”, perguntou Silva. | Ninguém respondeu.");
    check("pt", "— Acabou — disse Silva. | Ninguém respondeu.");
}

#[test]
fn a_long_quotation_is_cut_where_its_sentences_end() {
    check(
        "en",
        "“The dam will hold for a hundred years, whatever the river does to it in the spring, when the snow melts in the hills and the \
         rain comes down for weeks. | We built it of stone from the quarry. | It is twice as thick as the plan asked for when we began,” \
         said Tom Oke. | He left.",
    );
}

#[test]
fn an_ellipsis_in_mid_sentence_does_not_end_it() {
    check("en", "He waited … and waited. | Nothing came.");
    check("en", "He waited... then left. | Nothing came.");
    check("en", "He waited... | Nothing came.");
    check("ru", "Он ждал… и ждал. | Ничего.");
    check("fr", "Il attend… puis part. | Rien.");
    check("es", "Esperó... y se fue. | Nada.");
}

#[test]
fn brackets_addresses_and_lists_stay_whole() {
    check("en", "The dam (built in 1920. It leaks.) is old. | Nobody cares.");
    check("en", "Read it at www.selm.example. | It is free.");
    check("en", "Read https://selm.example/a.b?c=d. for more. | It is free.");
    check("en", "Version 2.0.1 is out. | It works.");
    check("en", "The firm Yahoo! bought it. | It failed.");
    check("en", "First point");
    check("en", "1. The first point. | 2. The second point.");
    check("en", "Is it over? | Yes! | No.");
    check("en", "It ended... | \"Good,\" he said.");
    check("de", "Das Haus (erbaut 1920) ist alt. | Es steht.");
}

#[test]
fn every_script_keeps_all_of_its_text() {
    check("zh", "停火开始了。 | 没有人说话。");
    check("ja", "停戦が始まった。 | 誰も話さなかった。");
    check("und", "Anything at all. | And more.");
    check("ar", "بدأت الهدنة. | لم يتكلم أحد.");
}

#[test]
fn what_newspapers_shorten_stays_whole() {
    check("en", "He works for the U.S. Treasury Dept. in Washington, D.C. | She does not.");
    check("en", "The truce starts at 6 a.m. Selm time. | Nobody knows more.");
    check("en", "Lt. Gen. Keith Moss met Sen. J.D. Vane. | They spoke.");
    check("en", "The U.N. Security Council met Mr. Prell's U.S. counterpart in Sept. 2022. | It voted.");
    check("en", "It cost $1.5 bn. | Shares fell.");
    check("en", "The No. 2 official in the St. Petersburg office left. | He was tired.");
    check("en", "“Is it over? Is it?” he asked. | Nobody knew.");
    check("en", "He said: “We won’t stop.” | The crowd cheered.");
    check("ru", "Соглашение подписали 19 марта 2025 г. в г. Сельм. | Потом все ушли.");
    check("ru", "Об этом сказал А. Б. Петров на ул. Ленина, д. 5. | Потом он ушёл.");
    check("ru", "Это касается стран ЕС, в т. ч. Франции. | Остальные ждут.");
    check("ru", "Музей им. В. И. Сомова закрыт. | Причин не назвали.");
    check("fr", "MM. Trump et Poutine ont parlé. | J.-P. Morel écoutait.");
    check("fr", "Cela vaut env. 3,5 % du total. | C’est peu.");
    check("fr", "Il vise l’art. 5 du traité. | Personne ne vote.");
    check("de", "Der 1. FC Selm spielt am 19. März 2025 in der 2. Bundesliga. | Er verliert.");
    check("de", "Dr. med. Anna Müller wohnt u. a. in Bremen, d. h. im Norden. | Sie forscht.");
    check("de", "Es kostet 3,5 Mrd. Euro. | Das ist viel.");
    check("de", "Der FC St. Pauli siegte im 3. Quartal. | Alle jubelten.");
    check("de", "Karl IV. starb in Prag. | Danach kam Wenzel.");
    check("de", "Die Sendung beginnt um 20.15 Uhr. | Der Eintritt ist frei.");
    check("es", "EE. UU. aceptó el plan. | Nadie más lo hizo.");
    check("es", "El Gral. Paz y D. Juan llegaron a las 10 a. m. del lunes. | Nadie habló.");
    check("es", "Subió aprox. 3,5 % en el núm. 5. | Fue mucho.");
    check("pt", "O Exmo. Sr. Silva mora em S. Paulo. | A Dra. Costa não.");
    check("pt", "Está na pág. 5 do livro. | É curto.");
}

#[test]
fn a_unit_ends_a_sentence_where_another_begins() {
    check("ru", "Товарооборот составил 1,2 трлн долл. | Пошлины остались.");
    check("ru", "Цена — 5 тыс. руб. | Это много.");
    check("ru", "Это сделали в 2025 г. | Потом ушли.");
    check("ru", "В 2025 г. Москва ответила. | Потом ушли.");
    check("es", "Fue detenido el 3 de mayo en EE.UU. | La Policía lo buscaba.");
    check("en", "It happened (see p. 5). | Nobody saw it.");
    check("de", "Am 5. d. M. tagt der Rat. | Ludwig XIV. regierte lange.");
    check("pt", "O art. 5.º da lei diz isso. | Ninguém lê.");
}

/// What was looked at again for each boundary was once all that came before it, or all of the paragraph.
#[test]
fn long_paragraphs_are_cut_in_proportion_to_their_length() {
    #[track_caller]
    fn count(code: &str, piece: &str, times: usize, expected: usize) {
        let text = piece.repeat(times);
        assert_eq!(split(Language::parse(code).expect("the case names a language"), &text).len(), expected, "{piece}");
    }
    count("zh", "哈哈！", 20_000, 20_000);
    count("en", "It is (so). ", 50_000, 50_000);
    count("en", "a. ", 100_000, 1);
    count("zh", "。！", 100_000, 1);
    count("en", "哈.", 20_000, 1);
}

#[test]
fn a_long_paragraph_is_cut_as_a_short_one_is() {
    let sentences =
        "Dr. Hale met the U.S. President on Jan. 5. | “Is it over? Is it?” he asked. | Nobody knew (not even Oke. He slept.) what to say.";
    check("en", &vec![sentences; 200].join(" | "));
    check("zh", &vec!["停火开始了。 | 没有人说话。"; 500].join(" | "));
}
