//! `/takeaway`: what an article says on a topic.

use super::suggestions::{articles, topics};
use super::{Context, Done};
use crate::discord::visit::Visit;

/// Quotes what a section says first; without a topic, offers those of an article.
#[poise::command(slash_command, install_context = "Guild|User", interaction_context = "Guild|BotDm|PrivateChannel")]
pub async fn takeaway(
    context: Context<'_>,
    #[autocomplete = "topics"] topic: Option<String>,
    #[autocomplete = "articles"] article: Option<String>,
    private: Option<bool>,
) -> Done {
    let visit = Visit::asked(context, private);
    let work = async {
        let article = visit.article(article.as_deref()).await?;
        match topic.as_deref().filter(|topic| !topic.trim().is_empty()) {
            Some(topic) => visit.takes_away(topic, article.as_deref()).await,
            None => Ok(visit.topics(article.as_deref()).await?),
        }
    };
    visit.answers(work).await;
    Ok(())
}
