//! Who speaks, in cases of one sentence and in stories of which every sentence is asked for.

use std::collections::BTreeMap;

use super::*;
use crate::article::{Draft, DraftSection, Metadata};
use crate::language::Language;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    ask: String,
    needs: String,
}

fn article(language: &str, text: &str) -> Article {
    let language = Language::parse(language).expect("the case names a language");
    let section = |part: &str| DraftSection { heading: None, paragraphs: part.split(" / ").map(str::to_owned).collect() };
    let sections = text.split(" // ").map(section).collect();
    Article::from_draft(&Draft { metadata: Metadata { language, ..Metadata::default() }, sections, ..Draft::default() })
}

/// What a sentence needs, in the words of the cases, of which `told` are those of this one.
fn needs(article: &Article, ask: &str, told: &str) -> String {
    let name = told.split_once(' ').map_or("", |(_, name)| name);
    let spans = article.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
    let at = spans.clone().position(|span| article.text[span.clone()].starts_with(ask));
    let Some(at) = at else {
        return format!("no such sentence among {:?}", spans.map(|s| &article.text[s.clone()]).collect::<Vec<_>>());
    };
    let shown = |kind: &str, span: &Range<usize>| {
        let text = &article.text[span.clone()];
        if !name.is_empty() && text.contains(name) { format!("{kind} {name}") } else { format!("{kind} without the name: {text}") }
    };
    match &of(article)[at] {
        Voice::Itself => "itself".into(),
        Voice::Within(span) => shown("within", span),
        Voice::Line(span) if told.starts_with("exactly") && article.text[span.clone()] == *name => told.to_owned(),
        Voice::Line(span) => shown("line", span),
        Voice::Nobody => "nobody".into(),
    }
}

#[track_caller]
fn check(language: &str, case: &Case) -> Result<(), String> {
    let found = needs(&article(language, &case.text), &case.ask, &case.needs);
    if found == case.needs { Ok(()) } else { Err(format!("{language}: {}\n  at {}: {found}, not {}", case.text, case.ask, case.needs)) }
}

#[test]
fn every_sentence_keeps_its_speaker() {
    let cases: BTreeMap<String, Vec<Case>> = toml::from_str(include_str!("cases.toml")).expect("the cases are valid");
    let all = || cases.iter().flat_map(|(language, cases)| cases.iter().map(move |case| (language, case)));
    let wrong: Vec<String> = all().filter_map(|(language, case)| check(language, case).err()).collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), all().count(), wrong.join("\n"));
    assert!(all().count() >= 100, "a hundred cases are promised");
}

/// A story in the making of a newspaper: `#` opens a section, each line is a paragraph, and before each sentence stands in braces who must
/// stand in its quote: a name or several (`|`), `-` for nobody, `?` for whoever.
struct Story {
    draft: Draft,
    sentences: Vec<(String, String)>,
}

impl Story {
    fn parse(language: &str, written: &str) -> Story {
        let language = Language::parse(language).expect("the story names a language");
        let mut story =
            Story { draft: Draft { metadata: Metadata { language, ..Metadata::default() }, ..Draft::default() }, sentences: vec![] };
        for line in written.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix("# ") {
                Some(heading) => story.draft.sections.push(DraftSection { heading: Some(heading.to_owned()), paragraphs: vec![] }),
                None => story.push_paragraph(line),
            }
        }
        story
    }

    fn push_paragraph(&mut self, line: &str) {
        let marked = line.split('{').skip(1).map(|part| part.split_once('}').expect("a brace that opens closes"));
        let told: Vec<(String, String)> = marked.map(|(speaker, text)| (speaker.to_owned(), text.trim().to_owned())).collect();
        let paragraph = told.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
        self.draft.sections.last_mut().expect("a story begins with a heading").paragraphs.push(paragraph);
        self.sentences.extend(told);
    }

    /// What is wrong with it, a line each.
    fn faults(&self) -> Vec<String> {
        let article = Article::from_draft(&self.draft);
        let spans: Vec<&Range<usize>> = article.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences).collect();
        let found: Vec<&str> = spans.iter().map(|span| &article.text[(*span).clone()]).collect();
        let split = self.sentences.iter().filter(|(_, text)| !found.contains(&text.as_str()));
        let mut faults: Vec<String> = split.map(|(_, text)| format!("no sentence of its own: {text}")).collect();
        for (text, voice) in found.iter().zip(of(&article)) {
            let Some((speaker, _)) = self.sentences.iter().find(|(_, told)| told == text) else { continue };
            let shown = match &voice {
                Voice::Itself => (*text).to_owned(),
                Voice::Within(span) => article.text[span.clone()].to_owned(),
                Voice::Line(line) => format!("{text} [{}]", &article.text[line.clone()]),
                Voice::Nobody => String::new(),
            };
            let kept = match speaker.as_str() {
                "?" => true,
                "-" => voice == Voice::Itself,
                names => names.split('|').any(|name| shown.contains(name)),
            };
            if !kept {
                faults.push(format!("{{{speaker}}} {text}\n    is quoted as: {shown}"));
            }
        }
        faults
    }
}

#[test]
fn every_sentence_of_a_story_keeps_its_speaker() {
    let stories = [
        ("en", include_str!("stories/en.txt")),
        ("ru", include_str!("stories/ru.txt")),
        ("fr", include_str!("stories/fr.txt")),
        ("de", include_str!("stories/de.txt")),
        ("es", include_str!("stories/es.txt")),
        ("pt", include_str!("stories/pt.txt")),
    ];
    let mut faults = vec![];
    for (language, written) in stories {
        faults.extend(Story::parse(language, written).faults().into_iter().map(|fault| format!("{language}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_speaker_named_thousands_of_sentences_before_is_nobodys_guess() {
    let many = "The mayor said \"we are here\" to a crowd of 12 people on Monday. ".repeat(2_000);
    let wet = "The road is wet. ".repeat(50);
    let voices = of(&article("en", &format!("{many} / {wet} / \"Nobody crosses it now,\" he said.")));
    assert_eq!((voices.len(), voices.last()), (2_051, Some(&Voice::Nobody)));
}

#[test]
fn a_text_without_a_full_stop_is_not_read_for_its_speaker() {
    let endless = article("en", &"Tom Oke said one ".repeat(20_000));
    assert_eq!(of(&endless), [Voice::Nobody]);
}
