//! What a reader makes of a source before it is laid out, and what it decided on the way.

use serde::{Deserialize, Serialize};

use super::Metadata;

/// A heading, or none for the lead, and its paragraphs, before they are laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftSection {
    /// The heading, if there is one.
    pub heading: Option<String>,
    /// Plain text, typography as the author wrote it.
    pub paragraphs: Vec<String>,
}

/// What a reader made of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The identity that the source gives itself.
    pub id: Option<String>,
    /// What is known about the article.
    pub metadata: Metadata,
    /// Its text.
    pub sections: Vec<DraftSection>,
    /// What was left out or is missing.
    pub findings: Vec<Finding>,
}

/// One decision of a reader, for an editor to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub kind: FindingKind,
    /// The words concerned, shortened for display; empty for what is missing.
    pub text: String,
}

/// What a [`Finding`] is about: furniture that became metadata or was left out, or a field that nothing gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// Became the byline.
    Byline,
    /// Became the date of publication.
    DateLine,
    /// Became the address.
    OriginalAddress,
    /// Became the correction notice.
    Correction,
    /// Left out: who took the picture.
    PhotoCredit,
    /// Left out: a picture's caption.
    Caption,
    /// Left out: a pointer to another article.
    RelatedArticle,
    /// Left out: an invitation to sign up or subscribe.
    SignUp,
    /// Left out: a notice about cookies or consent.
    CookieNotice,
    /// Left out: buttons to share or follow.
    ShareBar,
    /// Left out: credits and legal lines.
    Credits,
    /// Left out: an embedded post, a player, a table that is not the article's own.
    Embed,
    /// Left out: what the author struck out.
    StruckOut,
    /// No outlet is given.
    NoOutlet,
    /// No byline is given.
    NoByline,
    /// No date of publication is given.
    NoDate,
    /// No address is given.
    NoAddress,
    /// The language was not given; it was detected.
    LanguageDetected,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (what, missing) = match self.kind {
            FindingKind::Byline => ("became the byline", false),
            FindingKind::DateLine => ("became the date", false),
            FindingKind::OriginalAddress => ("became the address", false),
            FindingKind::Correction => ("became the correction notice", false),
            FindingKind::PhotoCredit => ("left out, a photo credit", false),
            FindingKind::Caption => ("left out, a caption", false),
            FindingKind::RelatedArticle => ("left out, a related article", false),
            FindingKind::SignUp => ("left out, an invitation to sign up", false),
            FindingKind::CookieNotice => ("left out, a cookie notice", false),
            FindingKind::ShareBar => ("left out, a share bar", false),
            FindingKind::Credits => ("left out, credits", false),
            FindingKind::Embed => ("left out, a table, a picture or code", false),
            FindingKind::StruckOut => ("left out, struck out", false),
            FindingKind::NoOutlet => ("no outlet is given", true),
            FindingKind::NoByline => ("no byline is given", true),
            FindingKind::NoDate => ("no date is given", true),
            FindingKind::NoAddress => ("no address is given", true),
            FindingKind::LanguageDetected => ("no language is given; it was detected", true),
        };
        if missing { f.write_str(what) } else { write!(f, "{what}: {}", self.text) }
    }
}
