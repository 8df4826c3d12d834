//! What is offered while an option is being typed. Nothing is counted against anyone here, and a failure offers nothing.

use poise::serenity_prelude as serenity;
use serenity::{AutocompleteChoice, CreateAutocompleteResponse, ResolvedOption, ResolvedValue};

use super::Context;
use crate::discord::render::shortened;
use crate::discord::session::Session;
use crate::discord::visit::Visit;
use crate::library::Listed;

/// Discord's limit on choices.
const MOST: usize = 25;

/// Discord's limit on a choice's name and on its value, in characters.
const LONGEST: usize = 100;

/// Articles by their titles.
pub async fn articles(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    let found = visit.bureau.desk.suggest_articles(visit.asker(None), typed, MOST).await.unwrap_or_default();
    let choice = |article: &Listed| {
        let title = shortened(&article.metadata.title, LONGEST);
        // An id that is too long is found again by what the title begins with.
        let value = if article.id.chars().count() <= LONGEST { article.id.clone() } else { title.clone() };
        AutocompleteChoice::new(title, value)
    };
    CreateAutocompleteResponse::new().set_choices(found.iter().map(choice).collect())
}

/// Ids of the articles that the person may change; none for who may change nothing here.
pub async fn ids(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let session = Session::of(context);
    let Ok(editor) = session.editor() else { return CreateAutocompleteResponse::new() };
    by_id(session.newsroom().suggests(editor, typed, MOST).await.unwrap_or_default())
}

/// The same, those that were removed and are still kept among them.
pub async fn kept_ids(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let session = Session::of(context);
    let Ok(editor) = session.editor() else { return CreateAutocompleteResponse::new() };
    by_id(session.newsroom().suggests_kept(editor, typed, MOST).await.unwrap_or_default())
}

fn by_id(found: Vec<Listed>) -> CreateAutocompleteResponse {
    // What is too long to be offered can still be typed.
    let fits = found.into_iter().filter(|article| article.id.chars().count() <= LONGEST);
    let choice = |article: Listed| {
        let name = format!("{} · {}", article.id, article.metadata.title);
        AutocompleteChoice::new(shortened(&name, LONGEST), article.id)
    };
    CreateAutocompleteResponse::new().set_choices(fits.map(choice).collect())
}

/// Topics by their headings and their articles' titles, within the article that was chosen before.
pub async fn topics(context: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    let article = visit.article(given(context.args, "article")).await.ok().flatten();
    let found = visit.bureau.desk.suggest(visit.asker(article.as_deref()), typed, MOST).await.unwrap_or_default();
    let choice = |topic: &crate::answer::Topic| {
        let name = if topic.heading.is_some() { format!("{} · {}", topic.label(), topic.title) } else { topic.title.clone() };
        AutocompleteChoice::new(shortened(&name, LONGEST), topic.reference())
    };
    CreateAutocompleteResponse::new().set_choices(found.iter().map(choice).collect())
}

fn given<'a>(options: &[ResolvedOption<'a>], name: &str) -> Option<&'a str> {
    options.iter().find(|option| option.name == name).and_then(|option| match option.value {
        ResolvedValue::String(text) => Some(text),
        _ => None,
    })
}
