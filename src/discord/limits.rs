//! How often a person may ask, counted in memory alone.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Forgets people who have not asked for a while once this many are remembered.
const REMEMBERED: usize = 10_000;

/// The limits, for each person by their number.
pub struct Limits {
    questions: DefaultKeyedRateLimiter<u64>,
    /// A person who goes on in public is told once a minute, not each time: telling is work as well.
    notices: DefaultKeyedRateLimiter<u64>,
    clock: DefaultClock,
}

impl Limits {
    /// So many questions a minute.
    pub fn new(questions_per_minute: u32) -> Limits {
        let questions = NonZeroU32::new(questions_per_minute).expect("the settings refuse 0");
        Limits {
            questions: RateLimiter::keyed(Quota::per_minute(questions)),
            notices: RateLimiter::keyed(Quota::per_minute(NonZeroU32::MIN)),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a question; an error says how long to wait before the next.
    pub fn admits(&self, person: u64) -> Result<(), Duration> {
        if self.questions.len() > REMEMBERED {
            self.questions.retain_recent();
            self.notices.retain_recent();
        }
        self.questions.check_key(&person).map_err(|until| until.wait_time_from(self.clock.now()))
    }

    /// Whether to tell a person in a message of their own that they have to wait.
    pub fn may_tell(&self, person: u64) -> bool {
        self.notices.check_key(&person).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_who_asks_too_often_is_told_how_long_to_wait_and_others_are_not_held_up() {
        let limits = Limits::new(2);
        assert!(limits.admits(1).is_ok() && limits.admits(1).is_ok());
        let wait = limits.admits(1).expect_err("two a minute is the limit");
        assert!(wait > Duration::from_secs(25) && wait <= Duration::from_secs(30), "{wait:?}");
        assert!(limits.admits(2).is_ok());
        assert!(limits.may_tell(1) && !limits.may_tell(1));
    }
}
