//! The line under a quotation that names who is quoted. It stays in one paragraph with the quotation: parted, nobody would have said it.

use std::ops::Range;

/// What stands between a quotation and who is named under it: the quotation dash, which nothing else is written with.
const MARK: char = '―';

/// The longest signature, in words: `Ada Kerr, head of the harbour board of Selm, in a letter`.
const WORDS: usize = 14;

/// A quotation's paragraphs as one that ends with who signs it; `None` if nobody does.
pub fn joined<'a>(quoted: impl IntoIterator<Item = &'a str>, line: &str) -> Option<String> {
    let name = line.trim_start_matches(is_dash).trim();
    let words = quoted.into_iter().collect::<Vec<_>>().join(" ");
    (names(name) && words.contains(char::is_alphabetic)).then(|| format!("{} {MARK} {name}", words.trim_end_matches(is_dash)))
}

/// A paragraph without who signs it.
pub fn unsigned(paragraph: &str) -> &str {
    of(paragraph).map_or(paragraph, |name| paragraph[..name.start].trim_end_matches(is_dash))
}

/// Whether what stands before a quotation announces it with a colon. Its paragraphs stay one, so that all of them are seen to be announced.
pub fn is_announced(before: Option<&str>) -> bool {
    before.is_some_and(|before| before.trim_end().ends_with(':'))
}

/// Whether a line begins as a signature does.
pub fn opens(line: &str) -> bool {
    line.trim_start().starts_with(|c: char| is_dash(c) && !c.is_whitespace())
}

/// The bytes of a paragraph that name who signs it.
pub fn of(paragraph: &str) -> Option<Range<usize>> {
    let at = paragraph.rfind(MARK).map(|at| at + MARK.len_utf8()).or_else(|| behind_quotation(paragraph))?;
    let start = at + (paragraph[at..].len() - paragraph[at..].trim_start().len());
    let signs = names(&paragraph[start..]) && paragraph[..at].contains(char::is_alphabetic);
    signs.then_some(start..paragraph.len())
}

/// Where a signature stands on the line of its quotation: `"We had no boats." — Per Stig, mayor`.
fn behind_quotation(paragraph: &str) -> Option<usize> {
    let (at, dash) = paragraph.char_indices().rfind(|(_, c)| matches!(c, '—' | '–'))?;
    let rest = &paragraph[at + dash.len_utf8()..];
    let closed = paragraph[..at].trim_end().ends_with(['"', '”', '»', '“', '’']);
    (closed && rest.trim_start().starts_with(char::is_uppercase)).then_some(at + dash.len_utf8())
}

fn names(line: &str) -> bool {
    line.contains(char::is_uppercase) && line.split_whitespace().count() <= WORDS && !line.ends_with(['.', '?', '!', ':'])
}

fn is_dash(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | MARK)
}

#[cfg(test)]
mod tests {
    use crate::article::voice::{self, Voice};
    use crate::article::{Article, Draft, html, markdown};

    /// Each sentence of a text that begins so, with what it needs to keep its speaker.
    fn quoted(draft: &Draft, begins: &str) -> String {
        let article = Article::from_draft(draft);
        let spans: Vec<_> = article.paragraphs.iter().flat_map(|paragraph| paragraph.sentences.clone()).collect();
        let at = spans.iter().position(|span| article.text[span.clone()].starts_with(begins));
        let at = at.unwrap_or_else(|| panic!("no such sentence in {}", article.text));
        match voice::of(&article).swap_remove(at) {
            Voice::Itself => format!("itself: {}", &article.text[spans[at].clone()]),
            Voice::Within(bytes) => format!("within: {}", &article.text[bytes]),
            Voice::Line(bytes) => format!("line: {}", &article.text[bytes]),
            Voice::Nobody => "nobody".into(),
        }
    }

    fn of_markdown(quotation: &str, begins: &str) -> String {
        quoted(
            &markdown::read(format!("# The flood\n\nThe river rose.\n\n{quotation}\n\nThe road is wet.").as_bytes())
                .expect("it is an article"),
            begins,
        )
    }

    fn of_page(quotation: &str, begins: &str) -> String {
        let prose =
            "<p>The river rose in the night, and the road along the bank was closed until the morning, as it is each spring.</p>".repeat(4);
        let page = format!("<html lang=en><title>The flood</title><article><h1>The flood</h1>{prose}{quotation}{prose}</article></html>");
        quoted(&html::read(&page, None).expect("it is an article"), begins)
    }

    #[test]
    fn a_quotation_keeps_the_line_that_names_who_is_quoted() {
        for line in ["> - Letter from Per Arkle", "> — Letter from Per Arkle", ">\n> – Letter from Per Arkle"] {
            let block = format!("> The town lost two million.\n{line}");
            assert_eq!(of_markdown(&block, "The town"), "within: The town lost two million. ― Letter from Per Arkle", "{block}");
            assert_eq!(of_markdown(&block, "― Letter"), "nobody");
            assert_eq!(of_markdown(&block, "The road"), "itself: The road is wet.");
        }
    }

    #[test]
    fn all_of_a_quotation_is_of_whoever_announces_it() {
        let block = "Engineer Tom Oke wrote:\n\n> The quay falls. The council has known it since May.\n>\n> Nobody has lifted a finger.";
        let announced = "Engineer Tom Oke wrote:\n\nThe quay falls. The council has known it since May.";
        assert_eq!(of_markdown(block, "The council"), format!("within: {announced}"));
        assert_eq!(of_markdown(block, "Nobody"), "line: Engineer Tom Oke");
        assert_eq!(of_markdown(block, "The road"), "itself: The road is wet.");
        let page =
            "<p>Engineer Tom Oke wrote:</p><blockquote><p>The quay falls. It is known.</p><p>Nobody has lifted a finger.</p></blockquote>";
        assert_eq!(of_page(page, "Nobody"), "line: Engineer Tom Oke");
    }

    #[test]
    fn a_long_quotation_is_under_the_line_of_who_is_quoted() {
        let block = "> The town lost two million. It was a lot. The dam broke.\n>\n> We had no boats.\n>\n> — Mayor Per Stig";
        assert_eq!(of_markdown(block, "The town"), "line: Mayor Per Stig");
    }

    #[test]
    fn a_dash_in_the_text_and_a_signature_of_two_sentences_are_read() {
        assert_eq!(of_markdown("It all went. ― Per Arkle. Then it slept.", "Then it"), "itself: Then it slept.");
        assert_eq!(of_markdown("> It all went down the river.\n> — Per Arkle of Selm. The Harbour Board", "The Harbour"), "nobody");
    }

    #[test]
    fn a_signature_may_stand_on_the_line_of_its_quotation() {
        let line = "\"The town lost two million.\" — Per Arkle, pensioner";
        assert_eq!(of_markdown(line, "\"The town"), "within: \"The town lost two million.\" — Per Arkle, pensioner");
        assert_eq!(of_markdown("\"The town lost two million\" — Per Arkle said so.", "\"The town").split(':').next(), Some("itself"));
    }

    #[test]
    fn a_list_in_a_quotation_is_no_signature() {
        let block = "> The town lost:\n>\n> - two million crowns.\n> - the dam.";
        assert_eq!(of_markdown(block, "The town"), "itself: The town lost:");
    }

    #[test]
    fn a_cited_speaker_stays_with_the_quotation() {
        for cited in ["<cite>Mayor Per Stig</cite>", "<footer>— <cite>Mayor Per Stig</cite></footer>", "<p>— Mayor Per Stig</p>"] {
            let page = format!("<blockquote><p>The town lost two million crowns in the flood of May.</p>{cited}</blockquote>");
            assert_eq!(of_page(&page, "The town"), "within: The town lost two million crowns in the flood of May. ― Mayor Per Stig");
        }
    }
}
