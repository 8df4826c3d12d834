//! Files that people attach to a command: from Discord's own servers and nowhere else, and no larger than an article may be.

use anyhow::anyhow;
use poise::serenity_prelude as serenity;
use serenity::Attachment;
use url::{Host, Url};

use crate::article::ReadError;
use crate::desk::newsroom::{EditError, Refusal};
use crate::intake::error::FetchError;
use crate::intake::upload::FileKind;
use crate::intake::{FetchSettings, Fetcher};
use crate::settings::Settings;

/// Where Discord keeps what people attach.
const HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];

/// The way to attached files.
pub struct Uploads {
    fetcher: Fetcher,
    /// The host of what stands in Discord's place; files may come from another port of it.
    stand_in: Option<Host>,
    most_bytes: usize,
}

impl Uploads {
    /// From Discord, or also from what stands in its place.
    pub fn new(settings: &Settings) -> Result<Uploads, FetchError> {
        let api = Url::parse(&settings.discord.api).ok();
        let mut exceptions = settings.intake.exceptions.clone();
        exceptions.extend(api.as_ref().and_then(exception));
        let most_bytes = settings.library.max_article_bytes;
        let fetching = FetchSettings { exceptions, most_bytes, most_redirects: 0, ..settings.intake.fetching() };
        let stand_in = api.and_then(|api| api.host().map(|host| host.to_owned()));
        Ok(Uploads { fetcher: Fetcher::new(fetching)?, stand_in, most_bytes })
    }

    /// The bytes of a file that could be an article.
    pub async fn fetches(&self, file: &Attachment) -> Result<Vec<u8>, EditError> {
        FileKind::of(&file.filename).map_err(Refusal::FileKind)?;
        let found = file.size as usize;
        if found > self.most_bytes {
            return Err(Refusal::Read(ReadError::TooLarge { found, limit: self.most_bytes }).into());
        }
        if !self.is_discords(&file.url) {
            return Err(EditError::Ours(anyhow!("an attached file is not on Discord's servers")));
        }
        Ok(self.fetcher.upload(&file.url).await.map_err(Refusal::Fetch)?)
    }

    fn is_discords(&self, address: &str) -> bool {
        let Ok(url) = Url::parse(address) else { return false };
        let discords = url.scheme() == "https" && url.host_str().is_some_and(|host| HOSTS.contains(&host));
        discords || self.stand_in.as_ref().is_some_and(|stand_in| url.host().is_some_and(|host| host.to_owned() == *stand_in))
    }
}

/// What the guard has to let pass: an address on any port, a name on its own.
fn exception(api: &Url) -> Option<String> {
    match api.host()? {
        Host::Domain(name) => Some(format!("{name}:{}", api.port_or_known_default()?)),
        Host::Ipv4(number) => Some(number.to_string()),
        Host::Ipv6(number) => Some(number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_from_discord_alone() {
        let uploads =
            |settings: Vec<(String, String)>| Uploads::new(&Settings::load(None, settings).expect("they are valid")).expect("it is made");
        let real = uploads(vec![]);
        assert!(real.is_discords("https://cdn.discordapp.com/ephemeral-attachments/1/2/a.md?ex=1"));
        for other in ["http://cdn.discordapp.com/a.md", "https://cdn.discordapp.com.evil.example/a.md", "https://127.0.0.1/a.md", "a.md"] {
            assert!(!real.is_discords(other), "{other}");
        }
        let fake = uploads(vec![("TAKEAWAY_DISCORD_API".into(), "http://127.0.0.1:8080".into())]);
        assert!(fake.is_discords("http://127.0.0.1:8080/attachments/1/2/a.md"));
        assert!(fake.is_discords("https://cdn.discordapp.com/attachments/1/2/a.md"), "what passes requests on leaves files where they are");
        assert!(!fake.is_discords("http://127.0.0.2:8080/attachments/1/2/a.md"));
    }
}
