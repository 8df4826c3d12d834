//! What changed between two versions of an article, sentence by sentence.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Article;

/// A sentence or heading that one version has and its neighbour does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the older version has it.
    Removed(String),
    /// Only the newer version has it.
    Added(String),
}

/// The changes from an older version to a newer one, in the order of the text; what was replaced comes before what replaced it.
///
/// Empty if they differ in metadata alone.
pub fn between(older: &Article, newer: &Article) -> Vec<Change> {
    let (old, new) = (pieces(older), pieces(newer));
    let removed = |at: usize, len: usize| old[at..at + len].iter().map(|piece| Change::Removed((*piece).to_owned())).collect::<Vec<_>>();
    let added = |at: usize, len: usize| new[at..at + len].iter().map(|piece| Change::Added((*piece).to_owned())).collect::<Vec<_>>();
    let changes = capture_diff_slices(Algorithm::Patience, &old, &new).into_iter().flat_map(|op| match op {
        DiffOp::Equal { .. } => vec![],
        DiffOp::Delete { old_index, old_len, .. } => removed(old_index, old_len),
        DiffOp::Insert { new_index, new_len, .. } => added(new_index, new_len),
        DiffOp::Replace { old_index, old_len, new_index, new_len } => {
            removed(old_index, old_len).into_iter().chain(added(new_index, new_len)).collect()
        }
    });
    changes.collect()
}

/// Headings and sentences, in order.
fn pieces(article: &Article) -> Vec<&str> {
    let sections = article.sections.iter().flat_map(|section| {
        let sentences = article.paragraphs[section.paragraphs.clone()].iter().flat_map(|p| &p.sentences);
        section.heading.as_deref().into_iter().chain(sentences.map(|sentence| &article.text[sentence.clone()]))
    });
    sections.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::markdown;

    #[track_caller]
    fn check(older: &str, newer: &str, expected: &[Change]) {
        let article = |text: &str| Article::from_draft(&markdown::read(format!("# Ferry\n\n{text}").as_bytes()).expect("it is an article"));
        assert_eq!(between(&article(older), &article(newer)), expected);
    }

    #[test]
    fn changes_are_told_by_the_sentence() {
        let (removed, added) = (|text: &str| Change::Removed(text.into()), |text: &str| Change::Added(text.into()));
        check(
            "The ferry sails on Monday. It takes nine cars.\n\n## Fares\n\nChildren go free.",
            "The ferry sails on Monday. It takes ten cars.\n\n## Fares\n\nChildren go free. Dogs pay half.",
            &[removed("It takes nine cars."), added("It takes ten cars."), added("Dogs pay half.")],
        );
        check(
            "The ferry sails on Monday.\n\n## Fares\n\nChildren go free.",
            "The ferry sails on Monday.\n\n## Prices\n\nChildren go free.",
            &[removed("Fares"), added("Prices")],
        );
        check("The ferry sails on Monday.", "The ferry sails on Monday.", &[]);
    }
}
