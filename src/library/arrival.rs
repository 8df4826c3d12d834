//! Articles on their way into the store: who brings them, and what their arrival changes.

use crate::article::Article;

/// Who brought an article and alone may change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// It came with the program.
    Bundled,
    /// A file of the source folder.
    Folder,
    /// A file that somebody added or uploaded.
    Upload,
    /// An address.
    Address,
    /// A feed.
    Feed,
    /// A JSON Lines import.
    Import,
}

impl Origin {
    /// Whose articles are removed by command: all but the folder's, whose files say what there is.
    pub const REMOVABLE: [Origin; 5] = [Origin::Upload, Origin::Address, Origin::Feed, Origin::Import, Origin::Bundled];

    const NAMES: [(Origin, &'static str); 6] = [
        (Origin::Bundled, "bundled"),
        (Origin::Folder, "folder"),
        (Origin::Upload, "upload"),
        (Origin::Address, "address"),
        (Origin::Feed, "feed"),
        (Origin::Import, "import"),
    ];

    /// Its name in the store.
    pub fn name(self) -> &'static str {
        Origin::NAMES.iter().find(|(origin, _)| *origin == self).expect("every origin is in the table").1
    }

    /// The origin of that name; `Bundled` for a name that no longer exists.
    pub fn named(name: &str) -> Origin {
        Origin::NAMES.iter().find(|(_, other)| *other == name).map_or(Origin::Bundled, |(origin, _)| *origin)
    }
}

/// An article on its way into the store.
pub struct Incoming {
    /// Its id in its library.
    pub id: String,
    /// The file's name or the address.
    pub source: String,
    /// The fingerprint of the source's bytes.
    pub source_hash: String,
    /// Its text.
    pub article: Article,
}

/// An article that was read at an address, on its way into the store.
#[derive(Clone, Copy)]
pub struct AtAddress<'a> {
    /// The address that says which article it is.
    pub address: &'a str,
    /// `Address` or `Feed`: who brings it.
    pub origin: Origin,
    /// The id that it shall have if it is new; `None` for one made from its title.
    pub id: Option<&'a str>,
    /// The id that it was kept under when a feed last named it, perhaps at another address.
    pub same_as: Option<&'a str>,
    /// Its text.
    pub article: &'a Article,
}

/// What an article's arrival changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is new, or was retired and is back.
    Added,
    /// It has a new version.
    Updated,
    /// It is as it was.
    Unchanged,
}
