//! A site on loopback whose pages a story writes.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use anyhow::Result;
use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::IntoResponse as _;

/// The setting that lets the bot fetch from loopback.
pub const REACHABLE: (&str, &str) = ("INTAKE_EXCEPTIONS", "[\"127.0.0.1\"]");

/// Pages by their paths, each with its content type.
type Pages = Arc<Mutex<HashMap<String, (&'static str, String)>>>;

/// A running site; it ends with the runtime that it was opened on.
pub struct Site {
    address: SocketAddr,
    pages: Pages,
}

impl Site {
    /// Opens on a free port, with no page.
    pub async fn opens() -> Result<Site> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let (address, pages) = (listener.local_addr()?, Pages::default());
        let served = pages.clone();
        let answer = move |uri: Uri| async move {
            match served.lock().expect("nothing panics while it holds it").get(uri.path()).cloned() {
                Some((kind, text)) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
                None => StatusCode::NOT_FOUND.into_response(),
            }
        };
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
        Ok(Site { address, pages })
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Puts a page there, in place of what was.
    pub fn publishes(&self, path: &str, kind: &'static str, text: &str) {
        self.pages.lock().expect("nothing panics while it holds it").insert(path.to_owned(), (kind, text.to_owned()));
    }

    /// What somebody sees, without this run's port.
    pub fn without_port(&self, text: &str) -> String {
        text.replace(&format!("127.0.0.1:{}", self.address.port()), "site.example")
    }
}
