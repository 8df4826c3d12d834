//! What was said and done, in order, for the report of a story that failed.

use std::fmt;
use std::time::Instant;

/// A transcript with the milliseconds since the scene was set.
#[derive(Debug)]
pub struct Conversation {
    began: Instant,
    lines: Vec<(u128, String)>,
}

impl Default for Conversation {
    fn default() -> Self {
        Self { began: Instant::now(), lines: Vec::new() }
    }
}

impl Conversation {
    /// Adds a line, or several that belong together.
    pub fn note(&mut self, what: impl Into<String>) {
        self.lines.push((self.began.elapsed().as_millis(), what.into()));
    }
}

impl fmt::Display for Conversation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (milliseconds, what) in &self.lines {
            let what = what.replace('\n', "\n          ");
            writeln!(f, "{milliseconds:>6} ms {what}")?;
        }
        Ok(())
    }
}
