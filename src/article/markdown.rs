//! Reads Markdown into a draft: headings make sections, everything else becomes plain paragraphs.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Draft, DraftSection, FindingKind, ReadError, front_matter, furniture};

/// Reads a Markdown file, with or without front matter.
pub fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    let text = super::text::utf8(bytes)?;
    let front = front_matter::split(text)?;
    let given_title = !front.metadata.title.trim().is_empty();
    let draft = Draft { id: front.id, metadata: front.metadata, sections: vec![DraftSection::default()], findings: vec![] };
    let mut reader = Reader { draft, text: String::new(), heading: None, skipped: 0, given_title };
    for event in Parser::new_ext(front.rest, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES) {
        reader.take(event);
    }
    super::text::finish(reader.draft)
}

struct Reader {
    draft: Draft,
    /// The paragraph or heading that is being read.
    text: String,
    heading: Option<HeadingLevel>,
    /// How many left-out blocks are open.
    skipped: usize,
    given_title: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.end_paragraph();
                self.heading = Some(level);
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Image { .. } | Tag::Table(_) | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::FootnoteDefinition(_)) => {
                self.skipped += 1
            }
            Event::End(TagEnd::Image | TagEnd::Table | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::FootnoteDefinition) => {
                self.skipped -= 1
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::List(_) | Tag::BlockQuote(_)) | Event::Rule => self.end_paragraph(),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::List(_) | TagEnd::BlockQuote(_)) => self.end_paragraph(),
            Event::Text(words) | Event::Code(words) if self.skipped == 0 => self.text.push_str(&words),
            Event::Html(words) | Event::Text(words) if !words.trim().is_empty() => {
                furniture::note(&mut self.draft, FindingKind::Embed, &words)
            }
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            _ => {}
        }
    }

    fn end_heading(&mut self) {
        let heading = std::mem::take(&mut self.text).trim().to_owned();
        let level = self.heading.take();
        if heading.is_empty() {
            return;
        }
        // The first heading of the highest level is the title; beside a title in the front matter, it repeats it.
        if level == Some(HeadingLevel::H1) && self.is_at_start() && (!self.given_title || heading == self.draft.metadata.title) {
            self.draft.metadata.title = heading;
            return;
        }
        self.draft.sections.push(DraftSection { heading: Some(heading), paragraphs: vec![] });
    }

    fn is_at_start(&self) -> bool {
        (self.draft.metadata.title.is_empty() || self.given_title) && self.draft.sections.iter().all(|s| s.heading.is_none())
    }

    fn end_paragraph(&mut self) {
        let paragraph = self.text.split_whitespace_keeping_no_break();
        self.text.clear();
        if !paragraph.is_empty() {
            let section = self.draft.sections.last_mut().expect("a draft is read with its lead section there");
            section.paragraphs.push(paragraph);
        }
    }
}

/// Runs of breakable white space become one space; a no-break space is the author's own.
trait Spaces {
    fn split_whitespace_keeping_no_break(&self) -> String;
}

impl Spaces for String {
    fn split_whitespace_keeping_no_break(&self) -> String {
        let words = self.split([' ', '\t', '\n', '\r']).filter(|w| !w.is_empty());
        words.collect::<Vec<_>>().join(" ")
    }
}
