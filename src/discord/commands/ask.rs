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
    let visit = Visit::asked(context, private);
    let work = async {
        let article = visit.article(article.as_deref()).await?;
        visit.asks(&question, article.as_deref()).await
    };
    visit.answers(work).await;
    Ok(())
}
