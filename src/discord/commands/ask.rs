//! `/ask`: the best quote with its citation.

use super::suggestions::articles;
use super::{Context, Done};
use crate::discord::visit::Visit;

/// Answers a question.
#[poise::command(slash_command, install_context = "Guild|User", interaction_context = "Guild|BotDm|PrivateChannel")]
pub async fn ask(
    context: Context<'_>,
    question: String,
    #[autocomplete = "articles"] article: Option<String>,
    private: Option<bool>,
) -> Done {
    let bureau = context.framework.user_data;
    let visit = Visit::by_command(bureau, context.interaction, private.unwrap_or_else(|| bureau.rules.private(context.interaction)));
    let work = async {
        let article = visit.article(article.as_deref()).await?;
        visit.asks(&question, article.as_deref()).await
    };
    visit.answers(work).await;
    Ok(())
}
