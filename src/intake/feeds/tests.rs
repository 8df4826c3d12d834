//! What a feed brings takes no processor from those who ask.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use tokio::net::TcpListener;

use super::*;
use crate::intake::FetchSettings;
use crate::library::{Layouts, Place};
use crate::search::Synonyms;

/// A site with one feed of one article; its address.
async fn site() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
    let address = format!("http://{}", listener.local_addr().expect("it listens"));
    let item = format!("<item><guid>1</guid><link>{address}/regatta</link><title>Regatta</title></item>");
    let feed = format!("<rss version=\"2.0\"><channel><title>Wire</title>{item}</channel></rss>");
    let page = "# The regatta\n\nThe regatta drew 93 boats.";
    let app = Router::new()
        .route("/feed", get(async move || ([(CONTENT_TYPE, "application/rss+xml")], feed)))
        .route("/regatta", get(async move || ([(CONTENT_TYPE, "text/markdown")], page)));
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

#[tokio::test]
async fn a_page_for_which_there_is_no_place_in_time_is_read_the_next_time() {
    let feed = format!("{}/feed", site().await);
    let settings = FetchSettings { exceptions: vec!["127.0.0.1".into()], ..FetchSettings::default() };
    let fetcher = Fetcher::new(settings).expect("there is a web client");
    let mut library = Arc::new(Library::open(Place::Memory, Synonyms::general()).await.expect("it opens"));
    let at_leisure = std::mem::take(&mut Arc::get_mut(&mut library).expect("nobody else has it").layouts);
    Arc::get_mut(&mut library).expect("nobody else has it").layouts = Layouts::new(0, Duration::ZERO);
    let follows = |library: &Arc<Library>| Feeds::new(library.clone(), fetcher.clone(), Scope::Everyone, Duration::from_secs(60));
    let refreshed = follows(&library).add(&feed).await.expect("the feed is read");
    assert!(refreshed.added == 0 && refreshed.failed[0].contains("shorten it, or try again later"), "{refreshed:?}");
    Arc::get_mut(&mut library).expect("nobody else has it").layouts = at_leisure;
    sqlx::query("UPDATE feed_items SET due = 0").execute(library.store().pool()).await.expect("the store answers");
    assert_eq!(follows(&library).add(&feed).await.expect("the feed is read").added, 1);
}
