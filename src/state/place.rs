//! Whether the file is where its last round left it: the machine's id and the number of the last round stand
//! in it and beside it.

use rusqlite::Transaction;

use super::here::Here;
use super::meta::{fact, set_fact};
use super::{Error, NO_ROUND, State};
use crate::domain::time::Jst;

/// The machine whose file this is.
const MACHINE: &str = "place.machine";
/// Why the file is not taken for this machine's own until a round has finished.
const ELSEWHERE: &str = "place.elsewhere";
/// When the last round finished before that, where one had.
const SINCE: &str = "place.since";
/// When a round on it here first found that out, or it was put here.
const FOUND: &str = "place.found";
/// The round that read what the file may have missed.
const ADOPTED: &str = "place.adopted";

/// Why a file may lack punches that KING OF TIME has from us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Another machine ran the last round of it.
    Moved,
    /// A newer round than its last one ran here, or `state restore` put it here.
    Restored,
    /// Nothing stands beside it: it was copied here.
    Copied,
}

impl Elsewhere {
    const ALL: [Self; 3] = [Self::Moved, Self::Restored, Self::Copied];

    /// Its name in JSON and in the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Restored => "restored",
            Self::Copied => "copied",
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.name() == name)
    }
}

impl State {
    /// Why this file is not taken for this machine's own, if so: it was moved or restored, and no round has
    /// finished since.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::Io`].
    pub fn elsewhere(&self) -> Result<Option<Elsewhere>, Error> {
        elsewhere(&self.connection, &self.here()?)
    }

    /// When the last round finished before the file was moved or restored; `None` where none had.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn left_at(&self) -> Result<Option<Jst>, Error> {
        self.moment_noted(SINCE, "a time")
    }

    /// When a moved or restored file was found to be one; `None` where it is at home, and before its first
    /// round here.
    ///
    /// # Errors
    /// [`Error::Sql`], [`Error::BadValue`].
    pub fn found_elsewhere_at(&self) -> Result<Option<Jst>, Error> {
        self.moment_noted(FOUND, "a time")
    }

    /// Notes that this round has read everything that the file may have missed.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub fn note_adopted(&mut self, run: i64) -> Result<(), Error> {
        self.set_meta(ADOPTED, &run.to_string())
    }

    /// Marks the file as restored, whatever stands beside it.
    ///
    /// # Errors
    /// [`Error::Sql`].
    pub(super) fn mark_restored(&mut self, now: Jst) -> Result<(), Error> {
        self.write(|tx| {
            leave(tx, Elsewhere::Restored)?;
            set_fact(tx, FOUND, &now.timestamp().to_string())
        })
    }
}

/// Takes the file for this machine's; what is found out about where it came from, and when, stays noted in it.
pub(super) fn settle_in(tx: &Transaction<'_>, here: &Here, now: Jst) -> Result<(), Error> {
    let just_came = come_from(tx, here)?;
    if let Some(found) = just_came
        && fact(tx, ELSEWHERE)?.is_none()
    {
        leave(tx, found)?;
    }
    let found = fact(tx, FOUND)?.and_then(|seconds| seconds.parse::<i64>().ok());
    let was_found = found.is_some_and(|found| found <= now.timestamp());
    // One that comes again, from another place or time, may have left something under way there too; and a clock
    // that has been set back says nothing of how long ago that was.
    if fact(tx, ELSEWHERE)?.is_some() && (just_came.is_some() || !was_found) {
        set_fact(tx, FOUND, &now.timestamp().to_string())?;
    }
    set_fact(tx, MACHINE, &here.machine)
}

/// After the round that read what the file may have missed, it is this machine's own.
pub(super) fn is_home_after(tx: &Transaction<'_>, run: i64) -> Result<(), Error> {
    if fact(tx, ADOPTED)? == Some(run.to_string()) {
        for name in [ELSEWHERE, SINCE, FOUND, ADOPTED] {
            tx.execute("DELETE FROM meta WHERE name = ?1", [name])?;
        }
    }
    Ok(())
}

fn leave(tx: &Transaction<'_>, why: Elsewhere) -> Result<(), Error> {
    set_fact(tx, ELSEWHERE, why.name())?;
    // A round that a signal stopped, or a person's own sending, has not read everything.
    let last: Option<i64> = tx.query_row(
        "SELECT max(ended_at) FROM runs WHERE exit NOT IN (130, 143) AND summary <> ?1",
        [NO_ROUND],
        |row| row.get(0),
    )?;
    match last {
        Some(last) => set_fact(tx, SINCE, &last.to_string()),
        None => Ok(()),
    }
}

fn elsewhere(file: &rusqlite::Connection, here: &Here) -> Result<Option<Elsewhere>, Error> {
    if let Some(noted) = fact(file, ELSEWHERE)? {
        return Ok(Elsewhere::of_name(&noted).or(Some(Elsewhere::Copied)));
    }
    come_from(file, here)
}

/// What the machine and the number say, whatever is noted.
fn come_from(file: &rusqlite::Connection, here: &Here) -> Result<Option<Elsewhere>, Error> {
    let last: i64 = file.query_row("SELECT coalesce(max(id), 0) FROM runs", [], |row| {
        row.get(0)
    })?;
    let known = fact(file, MACHINE)?;
    Ok(compare(known.as_deref(), last, here))
}

/// A file that no round has settled in yet is nobody's: only a newer number beside it says anything.
fn compare(known: Option<&str>, last: i64, here: &Here) -> Option<Elsewhere> {
    if known.is_some_and(|known| known != here.machine) {
        return Some(Elsewhere::Moved);
    }
    match &here.beside {
        Some(beside) if beside.number > last => Some(Elsewhere::Restored),
        Some(beside) if beside.machine == here.machine => None,
        _ => known.map(|_| Elsewhere::Copied),
    }
}

#[cfg(test)]
mod tests {
    use super::{Elsewhere, Here, NO_ROUND, State, compare};
    use crate::domain::time::from_epoch;
    use crate::state::here::{Beside, machine_id};

    #[test]
    fn machine_and_number_tell_where_a_file_comes_from() {
        let here = |beside: Option<(i64, &str)>| Here {
            machine: "here".to_owned(),
            beside: beside.map(|(number, machine)| Beside {
                number,
                machine: machine.to_owned(),
            }),
        };
        for (known, last, beside, found) in [
            (None, 0, None, None),
            (None, 7, None, None),
            (None, 0, Some((3, "here")), Some(Elsewhere::Restored)),
            (Some("here"), 7, Some((7, "here")), None),
            (Some("here"), 8, Some((7, "here")), None),
            (
                Some("here"),
                6,
                Some((7, "here")),
                Some(Elsewhere::Restored),
            ),
            (Some("here"), 7, None, Some(Elsewhere::Copied)),
            (Some("here"), 7, Some((7, "there")), Some(Elsewhere::Copied)),
            (Some("there"), 7, Some((7, "here")), Some(Elsewhere::Moved)),
            (Some("there"), 7, None, Some(Elsewhere::Moved)),
        ] {
            assert_eq!(
                compare(known, last, &here(beside)),
                found,
                "{known:?} {last} {beside:?}"
            );
        }
    }

    #[test]
    fn a_copy_in_memory_is_where_its_file_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.db");
        let beside = folder.path().join("state.db.round");
        let now = from_epoch(1_734_393_839).unwrap();
        let state = State::open(&path).unwrap();
        let mut copy = state.copy_in_memory().unwrap();
        assert_eq!(copy.begin_run(now).unwrap(), 1);
        assert_eq!(copy.elsewhere().unwrap(), None, "its first round");
        assert!(!beside.exists());

        std::fs::write(&beside, "9 machine-0\n").unwrap();
        assert_eq!(copy.elsewhere().unwrap(), None);
        let mut copy = state.copy_in_memory().unwrap();
        assert_eq!(copy.begin_run(now).unwrap(), 10);
        assert_eq!(copy.elsewhere().unwrap(), Some(Elsewhere::Restored));
        assert_eq!(std::fs::read_to_string(&beside).unwrap(), "9 machine-0\n");
    }

    #[test]
    fn only_a_round_that_finished_counts_as_the_last_one_here() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::open(&folder.path().join("state.db")).unwrap();
        let at = |minute: i64| from_epoch(1_734_393_840 + minute * 60).unwrap();
        for (minute, exit, summary) in [
            (1, 0, "{\"decided\":0}"),
            (2, 143, "{\"decided\":0}"),
            (3, 0, NO_ROUND),
        ] {
            let run = state.begin_run(at(minute)).unwrap();
            state.end_run(run, exit, summary, at(minute)).unwrap();
        }
        state.mark_restored(at(5)).unwrap();
        assert_eq!(state.left_at().unwrap(), Some(at(1)));
        assert_eq!(state.found_elsewhere_at().unwrap(), Some(at(5)));
    }

    #[test]
    fn a_round_number_is_above_every_one_before_and_a_copy_leaves_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.db");
        let beside = folder.path().join("state.db.round");
        let now = from_epoch(1_734_393_839).unwrap();
        let mut state = State::open(&path).unwrap();
        assert_eq!(state.begin_run(now).unwrap(), 1);
        assert_eq!(state.copy_in_memory().unwrap().begin_run(now).unwrap(), 2);
        let written = std::fs::read_to_string(&beside).unwrap();
        assert!(written.starts_with("1 "), "{written}");
        assert!(machine_id().is_none_or(|id| written.trim_end().ends_with(&id)));

        std::fs::write(&beside, written.replacen('1', "9", 1)).unwrap();
        assert_eq!(state.elsewhere().unwrap(), Some(Elsewhere::Restored));
        assert_eq!(state.begin_run(now).unwrap(), 10);
        state.end_run(10, 0, "{}", now).unwrap();
        assert_eq!(state.elsewhere().unwrap(), Some(Elsewhere::Restored));
        state.note_adopted(10).unwrap();
        state.end_run(10, 0, "{}", now).unwrap();
        assert_eq!(state.elsewhere().unwrap(), None);
    }

    #[test]
    fn what_was_found_counts_from_the_last_coming_and_by_no_clock_that_was_ahead() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.db");
        let beside = folder.path().join("state.db.round");
        let at = |minute: i64| from_epoch(1_734_393_840 + minute * 60).unwrap();
        let mut state = State::open(&path).unwrap();
        state.begin_run(at(0)).unwrap();
        assert_eq!(state.found_elsewhere_at().unwrap(), None);
        std::fs::remove_file(&beside).unwrap();
        for (minute, found) in [(5, 5), (10, 5), (3, 3), (12, 3)] {
            state.begin_run(at(minute)).unwrap();
            assert_eq!(
                state.found_elsewhere_at().unwrap(),
                Some(at(found)),
                "{minute}"
            );
        }
        std::fs::remove_file(&beside).unwrap();
        let run = state.begin_run(at(20)).unwrap();
        assert_eq!(state.found_elsewhere_at().unwrap(), Some(at(20)));
        state.note_adopted(run).unwrap();
        state.end_run(run, 0, "{}", at(21)).unwrap();
        assert_eq!(state.found_elsewhere_at().unwrap(), None);
    }
}
