//! How addresses are fetched: `[intake]` in the settings.

use std::time::Duration;

use serde::Deserialize;

use crate::intake::FetchSettings;

/// See `[intake]` in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntakeSettings {
    /// Networks and `host:port`.
    pub exceptions: Vec<String>,
    /// In bytes, unpacked.
    pub most_bytes: usize,
    /// In seconds.
    pub timeout_s: u64,
    /// In minutes.
    pub refresh_minutes: u64,
    /// A name and what it is, or empty.
    pub user_agent: String,
}

impl IntakeSettings {
    /// As the fetcher takes them.
    pub fn fetching(&self) -> FetchSettings {
        let own = FetchSettings::default();
        let user_agent = Some(self.user_agent.trim()).filter(|agent| !agent.is_empty()).map_or(own.user_agent, str::to_owned);
        let timeout = Duration::from_secs(self.timeout_s);
        FetchSettings { exceptions: self.exceptions.clone(), most_bytes: self.most_bytes, timeout, user_agent, ..own }
    }
}
