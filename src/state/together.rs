//! What several lanes write at the same time, in one transaction: a disk takes as long to keep one as to keep many.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::domain::punch::PunchId;
use crate::domain::time::Jst;

use super::attempts::{begin, end};
use super::{AttemptId, Bounds, Ending, Error, SharedState, State};

/// What a lane wants on the disk before it goes on.
#[derive(Clone, Debug)]
enum Entry {
    Begin {
        punch: PunchId,
        run: i64,
        bounds: Bounds,
        now: Jst,
    },
    End {
        attempt: AttemptId,
        ending: Ending,
        now: Jst,
    },
}

/// The entries that wait for a transaction, and those that had one.
#[derive(Debug, Default)]
pub(super) struct Together(Mutex<Entries>);

#[derive(Debug, Default)]
struct Entries {
    last: u64,
    waiting: Vec<(u64, Entry)>,
    /// What became of an entry that another lane wrote; `None` where all of that transaction failed.
    done: HashMap<u64, Option<Option<AttemptId>>>,
}

impl SharedState {
    /// Begins an attempt, in one transaction with what other lanes write: looks once more at link, employment,
    /// exclusions, `since`, age and freeze, and writes `sending`. When this returns an attempt, it is on the disk, and
    /// only then may a byte leave. `None`: the punch may not be sent any more; it stays as it is for the next round to
    /// judge.
    ///
    /// # Errors
    /// [`Error::Sql`]; nothing is written then, and nothing may be sent.
    pub fn begin_attempt(
        &self,
        punch: PunchId,
        run: i64,
        bounds: Bounds,
        now: Jst,
    ) -> Result<Option<AttemptId>, Error> {
        self.enter(Entry::Begin {
            punch,
            run,
            bounds,
            now,
        })
    }

    /// Records how an attempt ended, in one transaction with what other lanes write.
    ///
    /// # Errors
    /// [`Error::Sql`]; the attempt then counts as one without an outcome.
    pub fn end_attempt(&self, attempt: AttemptId, ending: Ending, now: Jst) -> Result<(), Error> {
        self.enter(Entry::End {
            attempt,
            ending,
            now,
        })?;
        Ok(())
    }

    /// Waits for the file. Whoever gets hold of it writes everything that waits by then, so that the others find
    /// theirs written. When this returns, the entry is on the disk.
    fn enter(&self, entry: Entry) -> Result<Option<AttemptId>, Error> {
        let number = self.together().put(entry.clone());
        let mut state = self.hold();
        let mut entries = self.together();
        let written = match entries.done.remove(&number) {
            Some(written) => written,
            None => {
                let waiting = std::mem::take(&mut entries.waiting);
                // Others may put theirs while this is on its way to the disk.
                drop(entries);
                let written = state.write_all(&waiting);
                let numbers = waiting.iter().map(|(number, _)| *number);
                let mut entries = self.together();
                match written {
                    Ok(ids) => entries.done.extend(numbers.zip(ids.into_iter().map(Some))),
                    Err(_) => entries.done.extend(numbers.map(|number| (number, None))),
                }
                entries.done.remove(&number).flatten()
            }
        };
        match written {
            Some(written) => Ok(written),
            // One of several could not be written: each tells by itself whether it was that one.
            None => state.write(|tx| entry.apply(tx)),
        }
    }

    fn together(&self) -> MutexGuard<'_, Entries> {
        let Together(entries) = &self.together;
        entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entries {
    fn put(&mut self, entry: Entry) -> u64 {
        self.last += 1;
        self.waiting.push((self.last, entry));
        self.last
    }
}

impl State {
    fn write_all(&mut self, entries: &[(u64, Entry)]) -> Result<Vec<Option<AttemptId>>, Error> {
        self.write(|tx| entries.iter().map(|(_, entry)| entry.apply(tx)).collect())
    }
}

impl Entry {
    fn apply(&self, tx: &rusqlite::Transaction<'_>) -> Result<Option<AttemptId>, Error> {
        match self {
            Self::Begin {
                punch,
                run,
                bounds,
                now,
            } => begin(tx, *punch, *run, *bounds, *now),
            Self::End {
                attempt,
                ending,
                now,
            } => end(tx, *attempt, ending, *now).map(|()| None),
        }
    }
}
