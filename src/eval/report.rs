//! What a run of questions amounts to, as figures.

use std::fmt;
use std::time::Duration;

use super::Said;
use crate::answer::Grade;

/// How many classes the reliability table has.
const CLASSES: usize = 10;

/// The figures of a run.
#[derive(Default)]
pub struct Report {
    said: Vec<Figures>,
}

/// What of an answer is counted.
struct Figures {
    answerable: bool,
    right: bool,
    grade: Grade,
    confidence: f32,
    speaker_kept: Option<bool>,
    core_words: usize,
    quote_words: usize,
    took: Duration,
}

impl Report {
    /// Counts one answer.
    pub fn add(&mut self, said: &Said) {
        let words = |text: Option<&str>| text.map_or(0, |text| text.split_whitespace().count());
        let best = said.quotes.first();
        self.said.push(Figures {
            answerable: said.answerable,
            right: said.right,
            grade: said.grade,
            confidence: said.confidence,
            speaker_kept: said.speaker_kept,
            core_words: words(best.map(|q| q.core())),
            quote_words: words(best.map(|q| q.text())),
            took: said.took,
        });
    }

    fn count(&self, counts: impl Fn(&Figures) -> bool) -> usize {
        self.said.iter().filter(|said| counts(said)).count()
    }

    /// The part of the answerable questions whose best core is right, whatever the confidence; 0 to 1.
    pub fn right_first(&self) -> f64 {
        share(self.count(|s| s.answerable && s.right), self.count(|s| s.answerable))
    }

    /// The part of all questions that were answered, and wrongly; 0 to 1.
    pub fn wrong(&self) -> f64 {
        share(self.count(|s| s.grade > Grade::NotCovered && !s.right), self.said.len())
    }

    /// How often a confidence in an answerable question is above one in an unanswerable; `None` without both kinds.
    pub fn area(&self) -> Option<f64> {
        let above = self.confidences(|s| s.answerable);
        let below = self.confidences(|s| !s.answerable);
        if above.is_empty() || below.is_empty() {
            return None;
        }
        let won = |a: &f32| {
            below.partition_point(|b| b < a) as f64 + 0.5 * (below.partition_point(|b| b <= a) - below.partition_point(|b| b < a)) as f64
        };
        Some(above.iter().map(won).sum::<f64>() / (above.len() * below.len()) as f64)
    }

    /// The part of the unanswerable questions at or above the confidence that keeps 95% of the right answers; `None` without any.
    pub fn answered_at_95(&self) -> Option<f64> {
        let right = self.confidences(|s| s.answerable && s.right);
        let nothing = self.confidences(|s| !s.answerable);
        let least = right.get(right.len() / 20)?;
        (!nothing.is_empty()).then(|| share(nothing.iter().filter(|c| *c >= least).count(), nothing.len()))
    }

    /// Precision and recall of answering in one figure: right answers among those given and among the answerable.
    pub fn f1(&self) -> f64 {
        let right = self.count(|s| s.answerable && s.right && s.grade > Grade::NotCovered);
        let given = self.count(|s| s.grade > Grade::NotCovered);
        let (precision, recall) = (share(right, given), share(right, self.count(|s| s.answerable)));
        if right == 0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }

    fn confidences(&self, counts: impl Fn(&Figures) -> bool) -> Vec<f32> {
        let mut found: Vec<f32> = self.said.iter().filter(|s| counts(s)).map(|s| s.confidence).collect();
        found.sort_by(f32::total_cmp);
        found
    }

    /// A time that this part of the answers did not exceed.
    pub fn took(&self, part: f64) -> Duration {
        let mut took: Vec<Duration> = self.said.iter().map(|s| s.took).collect();
        took.sort_unstable();
        let at = (part * took.len() as f64) as usize;
        took.get(at.min(took.len().saturating_sub(1))).copied().unwrap_or_default()
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answerable = self.count(|s| s.answerable);
        let unanswerable = self.said.len() - answerable;
        let line = |f: &mut fmt::Formatter<'_>, name: &str, part: usize, whole: usize| {
            writeln!(f, "{name:<44} {part:>6} of {whole:<6} {:.3}", share(part, whole))
        };
        writeln!(f, "{:<44} {:>6}", "questions", self.said.len())?;
        line(f, "right first", self.count(|s| s.answerable && s.right), answerable)?;
        line(f, "answered right, sure", self.count(|s| s.right && s.grade == Grade::Sure), answerable)?;
        line(f, "answered right, close", self.count(|s| s.right && s.grade == Grade::Close), answerable)?;
        line(f, "answered wrong", self.count(|s| s.answerable && !s.right && s.grade > Grade::NotCovered), answerable)?;
        line(f, "silent though something answers", self.count(|s| s.answerable && s.grade == Grade::NotCovered), answerable)?;
        line(f, "answered though nothing answers", self.count(|s| !s.answerable && s.grade > Grade::NotCovered), unanswerable)?;
        line(f, "  of these sure", self.count(|s| !s.answerable && s.grade == Grade::Sure), unanswerable)?;
        if let (Some(area), Some(answered)) = (self.area(), self.answered_at_95()) {
            writeln!(f, "{:<44} {area:.4}", "area under the ROC curve of the confidence")?;
            writeln!(f, "{:<44} {answered:.3}", "answered though nothing answers, 95% kept")?;
        }
        writeln!(f, "{:<44} {:.3}", "F1 of answering", self.f1())?;
        let spoken = self.count(|s| s.speaker_kept.is_some());
        if spoken > 0 {
            line(f, "speaker kept", self.count(|s| s.speaker_kept == Some(true)), spoken)?;
            line(
                f,
                "speaker kept where right",
                self.count(|s| s.right && s.speaker_kept == Some(true)),
                self.count(|s| s.right && s.speaker_kept.is_some()),
            )?;
        }
        let quoted = self.count(|s| s.quote_words > 0).max(1);
        let mean = |words: usize| words as f64 / quoted as f64;
        writeln!(f, "{:<44} {:.1}", "mean words of the core", mean(self.said.iter().map(|s| s.core_words).sum()))?;
        writeln!(f, "{:<44} {:.1}", "mean words of the quote", mean(self.said.iter().map(|s| s.quote_words).sum()))?;
        let milliseconds = |part: f64| self.took(part).as_secs_f64() * 1000.0;
        writeln!(f, "{:<44} {:.2} ms", "time to answer, median", milliseconds(0.5))?;
        writeln!(f, "{:<44} {:.2} ms", "time to answer, 99th percentile", milliseconds(0.99))?;
        self.reliability(f)
    }
}

impl Report {
    /// How often answers of a confidence are right: the nearer the two, the better calibrated.
    fn reliability(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "confidence: answers, right")?;
        for class in 0..CLASSES {
            let (from, to) = (class as f32 / CLASSES as f32, (class + 1) as f32 / CLASSES as f32);
            let within = |s: &Figures| s.confidence >= from && (s.confidence < to || class + 1 == CLASSES);
            let all = self.count(within);
            writeln!(f, "  {from:.1} to {to:.1}: {all:>6}, {:.3}", share(self.count(|s| within(s) && s.right), all))?;
        }
        Ok(())
    }
}
