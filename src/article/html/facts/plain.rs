//! Plain text out of what data on pages carry: markup and character references, often one within the other.
//!
//! No tree is built: a parser may make a tree that is far larger than its text, and a page holds many fields.

use std::borrow::Cow;
use std::sync::LazyLock;

use dom_query::Document;
use regex::Regex;

use super::super::spaces;
use crate::article::limits;

/// A comment, another mark of the kind, or a tag with its attributes. Each runs to the text's end if it is not closed, as for a browser, so
/// that no part is read twice.
static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r#"(?s)<!--.*?(?:-->|\z)|<[!?/][^>]*(?:>|\z)|<[A-Za-z](?:=\s*"[^"]*(?:"|\z)|=\s*'[^']*(?:'|\z)|[^>])*(?:>|\z)"#;
    Regex::new(pattern).expect("the pattern is compiled in and tested")
});

/// Text without markup and character references, white space folded. Takes time in proportion to the text.
pub fn plain(text: &str) -> String {
    if !text.contains(['&', '<']) {
        return spaces::fold(text);
    }
    let once = stripped(text);
    // Some templates escape what is escaped already.
    spaces::fold(if once.contains('&') { stripped(&once) } else { once }.trim())
}

/// As [`plain`], for what is one line on the page: up to [`limits::MOST_LINE`] characters of it.
pub fn line(text: &str) -> String {
    limits::cut(&plain(text))
}

/// As [`plain`], one line for each paragraph.
pub fn paragraphs(text: &str) -> String {
    let text = if text.contains('<') { text.replace("</p>", "\n").replace("<br", "\n<br") } else { text.to_owned() };
    text.lines().map(plain).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Text whose character references are what they stand for; what looks like markup stays.
pub fn decoded(text: &str) -> String {
    let text: Cow<'_, str> = if text.contains('<') { text.replace('<', "&lt;").into() } else { text.into() };
    Document::fragment(&*text).text().to_string()
}

fn stripped(text: &str) -> String {
    decoded(&MARKUP.replace_all(text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(plain(text), expected, "{text}");
    }

    #[test]
    fn data_lose_their_markup_and_nothing_else() {
        check("The bridge  opens", "The bridge opens");
        check("The <em class=\"a>b\">bridge</em> opens<br/>", "The bridge opens");
        check("Oke &amp; Prell &#8211; &eacute;t&eacute;", "Oke & Prell – été");
        check("Oke &amp;amp; Prell", "Oke & Prell");
        check("Fewer than 5 < 6 & more > 4", "Fewer than 5 < 6 & more > 4");
        check("It's <i title='it > that'>here</i> and <i>there", "It's here and there");
        check("Before<!-- not <b>this</b> -->, after<!-- nor this", "Before, after");
        check("<<b>b a=1>", "<b a=1>");
        assert_eq!(paragraphs("<p>One.</p><p>Two,<br>three.</p>"), "One.\nTwo,\nthree.");
    }
}
