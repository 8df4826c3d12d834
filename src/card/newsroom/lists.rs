//! The articles of an editor's own library, page by page.

use super::{Controls, heading};
use crate::card::{Card, Words, line};
use crate::desk::newsroom::Editor;
use crate::library::Listed;

impl Card {
    /// The library's own articles; `page` counts from 0, `size` articles a page. A page beyond the last is the last.
    pub fn library(listed: &[Listed], page: usize, size: usize, editor: Editor, words: &Words) -> Card {
        let title = Some(heading(editor.scope, words));
        if listed.is_empty() {
            return Card::notice(title, words.say("library-none"));
        }
        let list = Card::articles(listed, page, size, words);
        let origin = |article: &Listed| words.say_with(&format!("origin-{}", article.origin.name()), &[("source", &article.source)]);
        let page = list.pages.map_or(0, |pages| pages.page);
        let lines: Vec<String> = listed.iter().skip(page * size).take(size).map(|a| format!("{}\n{}", line(a, words), origin(a))).collect();
        Card { title, body: Some(lines.join("\n\n")), controls: Some(Controls::Library), ..list }
    }
}
