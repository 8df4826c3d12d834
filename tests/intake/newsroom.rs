//! A site that changes, and an operator's terminal beside it.

use std::net::Ipv4Addr;
use std::process::Output;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use tempfile::TempDir;
use tokio::process::Command;

use super::PATIENCE;

/// A site of one page, which an editor may change, and an operator's folder.
pub struct Newsroom {
    /// What the site shows; empty where it is broken.
    pub page: Arc<Mutex<String>>,
    /// The site's.
    pub port: u16,
    /// The operator's folder.
    pub data: TempDir,
}

impl Newsroom {
    pub fn publishes(&self, cost: &str, canonical: &str) {
        *self.page.lock().expect("nobody panics over it") = page(cost, canonical);
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What the program says, on either channel, and how it ended.
    pub async fn runs(&self, arguments: &[&str]) -> (Option<i32>, String) {
        self.runs_with(arguments, "[\"127.0.0.1\"]").await
    }

    pub async fn runs_with(&self, arguments: &[&str], exceptions: &str) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_takeaway"));
        command.arg("--data").arg(self.data.path()).args(arguments).current_dir(self.data.path());
        command.env_clear().env("TAKEAWAY_INTAKE_EXCEPTIONS", exceptions).kill_on_drop(true);
        let Output { status, stdout, stderr } = command.output().await.expect("the program starts");
        (status.code(), (String::from_utf8_lossy(&stdout) + String::from_utf8_lossy(&stderr)).replace(&self.port.to_string(), "PORT"))
    }

    #[track_caller]
    pub fn says((code, said): (Option<i32>, String), expected: i32, parts: &[&str]) {
        assert!(code == Some(expected) && parts.iter().all(|part| said.contains(part)), "{code:?} {said}");
    }

    /// Files of the data folder in which some words stand as they are.
    pub fn files_that_hold(&self, words: &str) -> Vec<String> {
        let mut folders = vec![self.data.path().to_owned()];
        let mut found = vec![];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("it can be listed") {
                let path = entry.expect("it can be listed").path();
                if path.is_dir() {
                    folders.push(path);
                } else if std::fs::read(&path).expect("it can be read").windows(words.len()).any(|bytes| bytes == words.as_bytes()) {
                    found.push(path.display().to_string());
                }
            }
        }
        found
    }

    /// Segments of the index that still hold passages which were deleted from them, and those that are no longer used.
    pub fn segments_with_deletions(&self) -> usize {
        let folder = self.data.path().join("segments/everyone");
        let meta: serde_json::Value =
            serde_json::from_slice(&std::fs::read(folder.join("meta.json")).expect("there is an index")).expect("it is JSON");
        let segments = meta["segments"].as_array().expect("segments are listed");
        let used: Vec<String> = segments.iter().map(|s| s["segment_id"].as_str().expect("a segment has an id").replace('-', "")).collect();
        let stored = std::fs::read_dir(folder).expect("it can be listed").filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let unused = stored.filter(|file| file.ends_with(".store") && !used.iter().any(|id| file.starts_with(id.as_str()))).count();
        segments.iter().filter(|segment| !segment["deletes"].is_null()).count() + unused
    }
}

pub fn page(cost: &str, canonical: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Lighthouse of Varn gets a new lamp</title>\
         <meta property=og:site_name content='Varn Gazette'><link rel=canonical href='{canonical}'></head><body><article>\
         <h1>Lighthouse of Varn gets a new lamp</h1><p>By Ana Prell</p>\
         <p>The lighthouse of Varn was fitted with a new lamp on Tuesday, after two years in which ships steered by a buoy.</p>\
         <p>The lamp cost {cost} crowns, and was paid for by the fishermen of the island, who had asked for it since the great storm.</p>\
         <h2>Keepers</h2>\
         <p>Three keepers will live on the rock from spring to autumn, and a boat will bring them bread, oil and letters every week.</p>\
         <p>\"Nobody should have to find the harbour by luck,\" said Jonas Merle, the harbour master, when the lamp was lit.</p>\
         </article></body></html>"
    )
}

/// A feed of the page; its item is dated by what the page says. Without a page, the site is broken.
fn feed(page: &str) -> (StatusCode, [(header::HeaderName, &'static str); 1], String) {
    let kind = [(header::CONTENT_TYPE, "application/rss+xml")];
    if page.is_empty() {
        return (StatusCode::INTERNAL_SERVER_ERROR, kind, String::new());
    }
    let minute = page.bytes().map(u32::from).sum::<u32>() % 60;
    let items = format!(
        "<item><guid isPermaLink=\"false\">lamp</guid><link>/lamp</link><title>Lamp</title>\
         <pubDate>Tue, 18 Mar 2025 10:{minute:02}:00 GMT</pubDate></item>"
    );
    (StatusCode::OK, kind, format!("<rss version=\"2.0\"><channel><title>Varn Gazette</title>{items}</channel></rss>"))
}

pub fn story(told: impl AsyncFnOnce(Newsroom)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime starts");
    let all = async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let page = Arc::new(Mutex::new(page("4,100", "/lamp")));
        let shown = page.clone();
        let answer = async move |uri: Uri| match uri.path() {
            "/feed" => feed(&shown.lock().expect("nobody panics over it")),
            "/lamp" | "/lamp/amp" | "/copy" => {
                let page = shown.lock().expect("nobody panics over it").clone();
                (StatusCode::OK, [(header::CONTENT_TYPE, "text/html")], page)
            }
            _ => (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html")], String::new()),
        };
        let server = tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
        told(Newsroom { page, port, data: TempDir::new().expect("there is room") }).await;
        server.abort();
    };
    runtime.block_on(async { tokio::time::timeout(PATIENCE * 3, all).await.expect("no command hangs") });
}
