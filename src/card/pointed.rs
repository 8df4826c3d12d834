//! Where the passage that answers stands, in place of a quote that would be too long to show.

use super::answering::{author, based_on, footer, notices};
use super::{Card, Kind, Shows, Words};
use crate::answer::Grade;
use crate::desk::Pointed;

impl Card {
    /// Title, section and link: none of the article's words, also not in the address.
    pub(super) fn pointed(pointed: &Pointed, words: &Words) -> Card {
        let (citation, sure) = (&pointed.citation, pointed.grade == Grade::Sure);
        let metadata = &citation.metadata;
        let body = words.say(if metadata.url.is_some() { "quote-too-long" } else { "quote-too-long-alone" });
        Card {
            kind: if sure { Kind::Sure } else { Kind::Close },
            author: author(metadata.outlet.as_deref(), metadata.byline.as_deref()),
            url: metadata.url.clone(),
            lead: (!sure).then(|| words.say("close-lead")),
            based_on: based_on(citation, words),
            notices: notices(citation, &pointed.terms, words),
            footer: footer(citation, words),
            shows: Some(Shows { scope: citation.scope, article: citation.article.clone(), version: citation.version }),
            ..Card::notice(Some(metadata.title.clone()), body)
        }
    }
}
