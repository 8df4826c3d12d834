//! Text so that Discord shows it letter by letter: nothing in it is taken for markup, a mention or a link.

use std::sync::LazyLock;

use regex::Regex;

/// What means something anywhere in a line. Lone letters, digits and the punctuation of plain prose are never touched.
static INLINE: LazyLock<Regex> = LazyLock::new(|| {
    // A name between colons is an emoji, `://` begins a link, and `](` the second half of one.
    Regex::new(r"[\\*_~`|<]|:(?://|[\w+-]+:)|\]\(|@(?:everyone|here)").expect("the pattern is written here")
});

/// What means something at the beginning of a line: headings, quotes, lists, small print.
static LINE_START: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(\s*)(?:([#>+-])|(\d+)\.)").expect("the pattern is written here"));

/// Escapes one or several lines.
pub fn escaped(text: &str) -> String {
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Escapes what stands where markup works only within a line, as in a title.
pub fn inline(text: &str) -> String {
    INLINE
        .replace_all(text, |found: &regex::Captures<'_>| if &found[0] == "](" { "]\\(".into() } else { format!("\\{}", &found[0]) })
        .into_owned()
}

/// A block quote of the text, byte for byte, every line behind `> `.
pub fn quoted(text: &str) -> String {
    text.split('\n').map(|text| format!("> {}", line(text))).collect::<Vec<_>>().join("\n")
}

/// A link with a text of its own; only the text if the address is none that Discord would link.
pub fn link(text: &str, url: Option<&str>) -> String {
    let text = inline(text);
    match url.and_then(address) {
        Some(url) => format!("[{}]({})", text.replace('[', "\\[").replace(']', "\\]"), url.replace('(', "%28").replace(')', "%29")),
        None => text,
    }
}

/// An address that Discord takes: http or https, well formed, not too long.
pub fn address(url: &str) -> Option<&str> {
    /// Discord's limit, in characters.
    const LONGEST: usize = 2048;
    let parsed = url::Url::parse(url).ok()?;
    (matches!(parsed.scheme(), "http" | "https") && url.chars().count() <= LONGEST).then_some(url)
}

fn line(text: &str) -> String {
    let text = inline(text);
    LINE_START
        .replace(&text, |found: &regex::Captures<'_>| match (found.get(2), found.get(3)) {
            (Some(mark), _) => format!("{}\\{}", &found[1], mark.as_str()),
            (_, Some(number)) => format!("{}{}\\.", &found[1], number.as_str()),
            _ => found[0].to_owned(),
        })
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &str) {
        assert_eq!(escaped(written), expected);
    }

    #[test]
    fn plain_prose_is_left_alone() {
        for prose in ["At 10:30, he said: \"No.\" (Really?) It cost $5 - or 6% - of it; see [sic].", "“Да”, — сказал он.", "e-mail & C#"]
        {
            check(prose, prose);
        }
    }

    #[test]
    fn markup_is_shown_as_it_is_written() {
        check("**bold** _and_ ~~not~~ `code` ||hidden||", r"\*\*bold\*\* \_and\_ \~\~not\~\~ \`code\` \|\|hidden\|\|");
        check("# no heading\n- no list\n1. one\n> no quote\n-# small", "\\# no heading\n\\- no list\n1\\. one\n\\> no quote\n\\-# small");
        check("<@1> @everyone :smile: https://a_b.example [x](y)", r"\<@1> \@everyone \:smile: https\://a\_b.example [x]\(y)");
        check(r"back\slash", r"back\\slash");
    }

    #[test]
    fn a_quote_keeps_its_lines_and_a_link_its_ends() {
        assert_eq!(quoted("One.\n\n# Two."), "> One.\n> \n> \\# Two.");
        assert_eq!(link("A [b]", Some("https://n.example/a_(b)")), "[A \\[b\\]](https://n.example/a_%28b%29)");
        assert_eq!(link("A", Some("javascript:alert(1)")), "A");
    }
}
