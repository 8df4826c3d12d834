//! What the buttons of a card act on, as text for their ids and for the store.
//!
//! `!` if it was shared, `+` if what stands around the quote is shown; then the marks, parted by `~`. A mark is the [`letter`]
//! of how much is quoted, a capital if it was given as the answer, and its core's first byte in base 36; where the article is not the same as before it,
//! then `.VERSION.PART.ARTICLE`.

use sha2::{Digest, Sha256};

use super::press::base36;
use crate::answer::Beside;
use crate::card::Hand;
use crate::desk::MOST_ALTERNATIVES;
use crate::desk::mark::{Form, Mark};

/// How much may be quoted, each with its letter.
const FORMS: [(char, Form); 7] = {
    let [after, before, two_after, two_before, around] = Beside::ALL;
    [
        ('s', Form::Sentence),
        ('o', Form::Opening),
        ('a', Form::Beside(after)),
        ('b', Form::Beside(before)),
        ('c', Form::Beside(two_after)),
        ('d', Form::Beside(two_before)),
        ('e', Form::Beside(around)),
    ]
};

/// How much is quoted, as a letter.
fn letter(form: Form) -> char {
    FORMS.iter().find(|(_, other)| *other == form).expect("each form has a letter").0
}

/// What begins a name under which the store keeps the text.
const HELD: char = '=';

/// The text.
pub fn text(hand: &Hand) -> String {
    let mut text = String::from(if hand.shared { "!" } else { "" });
    text += if hand.wide { "+" } else { "" };
    let mut last: Option<&Mark> = None;
    for mark in &hand.marks {
        if last.is_some() {
            text.push('~');
        }
        let form = letter(mark.form);
        text.push(if mark.sure { form.to_ascii_uppercase() } else { form });
        text += &base36(mark.core as u64);
        let same = |last: &Mark| (last.part, last.version, &last.article) == (mark.part, mark.version, &mark.article);
        if !last.is_some_and(same) {
            let article = mark.article.replace('%', "%25").replace('~', "%7E");
            text += &format!(".{}.{}.{article}", base36(mark.version.into()), mark.part);
        }
        last = Some(mark);
    }
    text
}

/// From the text; `None` for one of somebody's own making. Whether the article has a newer version is found out when it is read back.
pub fn parse(text: &str) -> Option<Hand> {
    let (shared, text) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest));
    let (wide, text) = text.strip_prefix('+').map_or((false, text), |rest| (true, rest));
    let mut marks: Vec<Mark> = vec![];
    for part in text.split('~') {
        marks.push(mark(part, marks.last())?);
    }
    (marks.len() <= 1 + MOST_ALTERNATIVES).then_some(Hand { marks, wide, superseded: false, shared })
}

/// The name under which the store keeps a text: made from it, so that the same card has the same.
pub fn name(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest[..12].iter().fold(String::from(HELD), |name, byte| format!("{name}{byte:02x}"))
}

/// Whether this is the name of a text that the store keeps.
pub fn is_name(text: &str) -> bool {
    text.starts_with(HELD)
}

fn mark(text: &str, last: Option<&Mark>) -> Option<Mark> {
    let first = text.chars().next()?;
    let (_, form) = FORMS.into_iter().find(|(letter, _)| letter.eq_ignore_ascii_case(&first))?;
    let mut parts = text[1..].splitn(4, '.');
    let core = usize::try_from(u32::from_str_radix(parts.next()?, 36).ok()?).ok()?;
    let (version, part, article) = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => last.map(|last| (last.version, last.part, last.article.clone()))?,
        (Some(version), Some(part), Some(article)) if !article.is_empty() => {
            let article = article.replace("%7E", "~").replace("%25", "%");
            (u32::from_str_radix(version, 36).ok()?, part.parse().ok()?, article)
        }
        _ => return None,
    };
    Some(Mark { part, article, version, core, form, sure: first.is_ascii_uppercase() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(article: &str, core: usize) -> Mark {
        let (_, form) = FORMS[core % FORMS.len()];
        Mark { part: 0, article: article.into(), version: 2, core, form, sure: core == 1 }
    }

    #[test]
    fn a_hand_comes_back_as_what_it_was() {
        for (articles, expected) in [
            (
                vec![("harbour", 1), ("harbour", 700), ("a~%7E.b", 2), ("a~%7E.b", 3), ("a~%7E.b", 4)],
                "O1.2.0.harbour~sjg~a2.2.0.a%7E%257E.b~b3~c4",
            ),
            (vec![("мост", 40), ("мост", 41)], "d14.2.0.мост~e15"),
        ] {
            let marks: Vec<Mark> = articles.iter().map(|(article, core)| mark(article, *core)).collect();
            for (wide, shared) in [(false, false), (true, false), (true, true)] {
                let hand = Hand { marks: marks.clone(), wide, superseded: false, shared };
                assert_eq!(text(&hand).trim_start_matches(['!', '+']), expected);
                assert_eq!(parse(&text(&hand)), Some(hand));
            }
        }
    }

    #[test]
    fn texts_of_other_makes_are_nothing() {
        for text in ["", "+", "s", "s1", "s-1.1.0.a", "x1.1.0.a", "s1.1.0.", "s1.1.0", "s1.1.-1.a", "s1.1.0.a~", "éa", "szzzzzzzz.1.0.a"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse(&["s1.1.0.a"; 6].join("~")), None, "more than a card holds");
    }
}
