//! How far long work has come: whoever does the work notes it, and anybody may look at it meanwhile.

use std::sync::atomic::{AtomicU64, Ordering};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The people of KING OF TIME are read.
    Sync,
    /// Logs are read.
    Collect,
    /// The rules go through the company, part by part.
    Decide,
    /// Work days are read from KING OF TIME.
    Read,
    /// Punches are sent.
    Send,
    /// PC logs, punches and KING OF TIME are held against each other.
    Compare,
    /// A file of accounts is read and planned.
    Import,
}

impl Step {
    /// All steps.
    pub const ALL: [Self; 7] = [
        Self::Sync,
        Self::Collect,
        Self::Decide,
        Self::Read,
        Self::Send,
        Self::Compare,
        Self::Import,
    ];

    /// Its name in the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sync => "sync",
            Self::Collect => "collect",
            Self::Decide => "decide",
            Self::Read => "read",
            Self::Send => "send",
            Self::Compare => "compare",
            Self::Import => "import",
        }
    }
}

/// What is seen of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What is being done.
    pub step: Step,
    /// How much of it is done.
    pub done: u64,
    /// How much it is in all; 0 where nobody knows.
    pub of: u64,
}

/// The shared note. Step and counts are one number, so that nobody sees the counts of one step beside another.
#[derive(Debug, Default)]
pub struct Headway(AtomicU64);

/// One of those that a step has to do, until it is dropped.
#[derive(Debug)]
pub struct One<'a>(&'a Headway);

impl Drop for One<'_> {
    fn drop(&mut self) {
        self.0.advance();
    }
}

const COUNT_BITS: u32 = 28;
const MOST: u64 = (1 << COUNT_BITS) - 1;

impl Headway {
    /// A step begins, of which there is so much to do; 0 where nobody knows.
    pub fn begin(&self, step: Step, of: usize) {
        let place = Step::ALL.iter().position(|one| *one == step);
        let place = place.map_or(0, |place| place as u64 + 1);
        let of = u64::try_from(of).unwrap_or(MOST).min(MOST);
        self.0.store(
            place << (2 * COUNT_BITS) | of << COUNT_BITS,
            Ordering::Relaxed,
        );
    }

    /// One more is done.
    pub fn advance(&self) {
        let more = |noted: u64| (noted & MOST < MOST).then_some(noted + 1);
        // Where the count is full it stays.
        let _ = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
    }

    /// One more is done when what is given is dropped, whatever became of it.
    pub fn one(&self) -> One<'_> {
        One(self)
    }

    /// What is being done now; nothing before the first step begins.
    pub fn seen(&self) -> Option<Seen> {
        let noted = self.0.load(Ordering::Relaxed);
        let place = usize::try_from(noted >> (2 * COUNT_BITS)).ok()?;
        Some(Seen {
            step: *Step::ALL.get(place.checked_sub(1)?)?,
            done: noted & MOST,
            of: noted >> COUNT_BITS & MOST,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Headway, MOST, Seen, Step};

    #[test]
    fn a_step_is_seen_with_its_counts_from_when_it_begins() {
        let headway = Headway::default();
        assert_eq!(headway.seen(), None);
        for (of, seen_of) in [(0, 0), (3, 3), (usize::MAX, MOST)] {
            for step in Step::ALL {
                headway.begin(step, of);
                for done in 0..3 {
                    let of = seen_of;
                    assert_eq!(headway.seen(), Some(Seen { step, done, of }));
                    headway.advance();
                }
            }
        }
    }

    #[test]
    fn a_count_that_is_full_does_not_run_over_into_the_others() {
        let headway = Headway::default();
        headway.begin(Step::Send, 5);
        headway
            .0
            .fetch_add(MOST - 1, std::sync::atomic::Ordering::Relaxed);
        for _ in 0..3 {
            headway.advance();
        }
        let full = Seen {
            step: Step::Send,
            done: MOST,
            of: 5,
        };
        assert_eq!(headway.seen(), Some(full));
    }
}
