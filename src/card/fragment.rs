//! Links that lead to the quoted sentence: text fragments, `#:~:text=start,end` (WICG draft).
//!
//! A browser that does not know them opens the page all the same.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but letters and digits is encoded: `-`, `,` and `&` mean something in a fragment, parentheses in a masked link.
const ENCODED: &AsciiSet = NON_ALPHANUMERIC;

/// A longer quote is given by this many words of its beginning and of its end.
const EDGE_WORDS: usize = 4;

/// The longest link that Discord takes, in characters.
const LONGEST: usize = 512;

/// The address of an article with a fragment that leads to the quote; without one if the link would grow too long.
pub fn link(url: &str, quote: &str) -> String {
    let paragraph = quote.split("\n\n").next().unwrap_or(quote);
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let text = if words.len() <= 2 * EDGE_WORDS {
        encoded(&words)
    } else {
        format!("{},{}", encoded(&words[..EDGE_WORDS]), encoded(&words[words.len() - EDGE_WORDS..]))
    };
    let joint = if url.contains('#') { ":~:" } else { "#:~:" };
    let linked = format!("{url}{joint}text={text}");
    if linked.chars().count() <= LONGEST { linked } else { url.to_owned() }
}

fn encoded(words: &[&str]) -> String {
    utf8_percent_encode(&words.join(" "), ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_the_first_and_last_words() {
        assert_eq!(link("https://n.example/a", "Short, one-off."), "https://n.example/a#:~:text=Short%2C%20one%2Doff%2E");
        assert_eq!(
            link("https://n.example/a#top", "One two three four five six seven eight nine"),
            "https://n.example/a#top:~:text=One%20two%20three%20four,six%20seven%20eight%20nine"
        );
        assert_eq!(link(&format!("https://n.example/{}", "a".repeat(500)), "x"), format!("https://n.example/{}", "a".repeat(500)));
    }
}
