//! Reads Markdown into a draft: headings make sections, everything else becomes plain paragraphs.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Draft, DraftSection, FindingKind, ReadError, front_matter, furniture, signature};

/// Reads a Markdown file, with or without front matter.
pub fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    let text = super::text::utf8(bytes)?;
    let front = front_matter::split(text)?;
    let given_title = !front.metadata.title.trim().is_empty();
    let draft = Draft { id: front.id, metadata: front.metadata, sections: vec![DraftSection::default()], findings: vec![] };
    let mut reader = Reader { draft, text: String::new(), heading: None, skipped: 0, given_title, quotation: None };
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
    /// The quotation that is open.
    quotation: Option<Quotation>,
}

/// A block of quoted paragraphs.
#[derive(Default)]
struct Quotation {
    /// The first of its section's paragraphs that it holds.
    first: usize,
    /// Where the last line of the paragraph begins that is being read.
    line: usize,
    /// How many items it lists: a dash before its last line makes one of it.
    items: usize,
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
            Event::Start(Tag::BlockQuote(_)) if self.quotation.is_none() => {
                self.end_paragraph();
                self.quotation = Some(Quotation { first: self.paragraphs().len(), ..Quotation::default() });
            }
            Event::End(TagEnd::BlockQuote(_)) => self.end_quotation(),
            Event::Start(Tag::Item) if self.quotation.is_some() => {
                self.end_paragraph();
                self.quotation.iter_mut().for_each(|quotation| quotation.items += 1);
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::List(_) | Tag::BlockQuote(_)) | Event::Rule => self.end_paragraph(),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::List(_)) => self.end_paragraph(),
            Event::Text(words) | Event::Code(words) if self.skipped == 0 => self.text.push_str(&words),
            Event::Html(words) | Event::Text(words) if !words.trim().is_empty() => {
                furniture::note(&mut self.draft, FindingKind::Embed, &words)
            }
            Event::SoftBreak | Event::HardBreak => {
                self.text.push(' ');
                self.quotation.iter_mut().for_each(|quotation| quotation.line = self.text.len());
            }
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

    /// Keeps a quotation in one paragraph with the last line of it, if that names who is quoted; and one that a colon announces by itself.
    fn end_quotation(&mut self) {
        self.end_paragraph();
        let Some(Quotation { first, items, .. }) = self.quotation.take() else { return };
        let paragraphs = self.paragraphs();
        let Some((name, quoted)) = paragraphs.get(first..).and_then(<[String]>::split_last) else { return };
        let signed = (signature::opens(name) || items == 1).then(|| signature::joined(quoted.iter().map(String::as_str), name)).flatten();
        let announced = || signature::is_announced(first.checked_sub(1).map(|before| paragraphs[before].as_str()));
        let whole = signed.or_else(|| announced().then(|| paragraphs[first..].join(" ")));
        if let Some(whole) = whole {
            paragraphs.truncate(first);
            paragraphs.push(whole);
        }
    }

    fn paragraphs(&mut self) -> &mut Vec<String> {
        &mut self.draft.sections.last_mut().expect("a draft is read with its lead section there").paragraphs
    }

    fn end_paragraph(&mut self) {
        let line = self.quotation.as_mut().map_or(0, |quotation| std::mem::take(&mut quotation.line));
        let signed = line > 0 && self.text.get(line..).is_some_and(signature::opens);
        let name = if signed { self.text.split_off(line) } else { String::new() };
        for text in [std::mem::take(&mut self.text), name] {
            let paragraph = text.split_whitespace_keeping_no_break();
            if !paragraph.is_empty() {
                self.paragraphs().push(paragraph);
            }
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
