//! `takeaway backup`: a copy of the store.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use super::Office;
use super::show::say;

/// A copy of everything that is not a cache.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to make; to restore it, put it in a data folder as `takeaway.db`
    file: PathBuf,
}

impl Backup {
    /// Copies the store as it is at one moment, whoever else reads or writes it.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        // The store alone, so that it can be rescued from a folder whose index cannot be written.
        let store = office.store().await?;
        let file = self.file.display();
        store.copy(&self.file).await.with_context(|| format!("copy the store into `{file}`"))?;
        say!("The store of `{}` is in `{file}`.", office.data.display());
        Ok(ExitCode::SUCCESS)
    }
}
