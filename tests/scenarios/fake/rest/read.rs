//! A request of the bot's, read into its parts.

use axum::extract::{FromRequest as _, Multipart, Request};
use serde_json::Value;

use super::super::strict::Refusal;

/// The largest body that Discord takes from a bot without boosts, in bytes.
const LARGEST: usize = 10 << 20;

/// A request, read.
#[derive(Debug)]
pub struct Asked {
    pub method: String,
    /// What follows `/api/v10`, in parts.
    pub path: Vec<String>,
    pub query: String,
    pub body: Value,
    pub files: Vec<(String, Vec<u8>)>,
    pub authorization: Option<String>,
}

impl Asked {
    /// Method and path without what is secret or long.
    pub fn label(&self) -> String {
        let short = |part: &String| if part.len() > 40 { "…".to_owned() } else { part.clone() };
        format!("{} /{}", self.method, self.path.iter().map(short).collect::<Vec<_>>().join("/"))
    }

    /// Discord limits by method, kind of resource and the resource at the top of the path.
    pub fn bucket(&self) -> String {
        format!("{} {}", self.method, self.path.iter().take(2).cloned().collect::<Vec<_>>().join("/"))
    }
}

/// Reads a request; a refusal is what Discord says to one that cannot be read.
pub async fn read(request: Request) -> Result<Asked, Refusal> {
    let authorization = header(&request, "authorization");
    let kind = header(&request, "content-type").unwrap_or_default();
    let method = request.method().to_string();
    let query = request.uri().query().unwrap_or_default().to_owned();
    let path = request.uri().path().to_owned();
    let path = path.strip_prefix("/api/v10/").map(|rest| rest.split('/').map(ToOwned::to_owned).collect());
    let path = path.ok_or_else(|| Refusal::new(404, 0, "404: Not Found").because("it does not begin with `/api/v10/`"))?;
    let (body, files) = if kind.starts_with("multipart/form-data") { parts(request).await? } else { (json(request).await?, Vec::new()) };
    if !body.is_null() && !kind.starts_with("multipart/form-data") && !kind.starts_with("application/json") {
        return Err(Refusal::new(400, 50035, "Invalid Form Body").because(format!("`{kind}` is no JSON")));
    }
    Ok(Asked { method, path, query, body, files, authorization })
}

fn header(request: &Request, name: &str) -> Option<String> {
    request.headers().get(name).and_then(|value| value.to_str().ok()).map(ToOwned::to_owned)
}

async fn json(request: Request) -> Result<Value, Refusal> {
    let bytes = axum::body::to_bytes(request.into_body(), LARGEST).await;
    let bytes = bytes.map_err(|_| Refusal::new(413, 40005, "Request entity too large"))?;
    if bytes.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_slice(&bytes).map_err(|_| Refusal::new(400, 50109, "The request body contains invalid JSON."))
}

async fn parts(request: Request) -> Result<(Value, Vec<(String, Vec<u8>)>), Refusal> {
    let broken = || Refusal::new(400, 50035, "Invalid Form Body").because("the parts cannot be read");
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| broken())?;
    let (mut body, mut files) = (Value::Null, Vec::new());
    while let Some(part) = parts.next_field().await.map_err(|_| broken())? {
        let name = part.file_name().map(ToOwned::to_owned);
        let bytes = part.bytes().await.map_err(|_| broken())?;
        match name {
            Some(name) => files.push((name, bytes.to_vec())),
            None => body = serde_json::from_slice(&bytes).map_err(|_| broken())?,
        }
    }
    Ok((body, files))
}
