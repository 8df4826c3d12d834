//! The bot under test, as `takeaway serve` runs it.

use std::sync::Arc;

use anyhow::Result;
use takeaway::desk::Desk;
use takeaway::discord::Bot;
use takeaway::library::{Library, Place};
use takeaway::search::Synonyms;
use tokio_util::sync::CancellationToken;

use crate::world::World;

/// Runs the bot in a world until it is asked to stop; an error if it cannot, or stops by itself.
pub async fn start_bot(world: World, stop: CancellationToken) -> Result<()> {
    let settings = world.settings()?;
    let library = Library::open(Place::Folder(world.data().to_owned()), Synonyms::general()).await?;
    let library = library.limited(settings.library.guild_limits());
    library.prepare(settings.library.max_article_bytes).await?;
    let library = Arc::new(library);
    world.knows_the_library(library.clone());
    let token = world.bots_token().into();
    Bot::start(&settings, token, Arc::new(Desk::new(library, &settings)), stop).await?;
    Ok(())
}
