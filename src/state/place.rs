//! Whether the file is where its last round left it: the machine's id and the number of the last round stand
//! in it and beside it.

use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::BuildHasher;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rusqlite::Transaction;

use super::file::{beside, folder_of, sync_folder};
use super::meta::{fact, set_fact};
use super::{Error, NO_ROUND, State, values::moment};
use crate::domain::time::Jst;

/// Ids of the machine, by systemd and by D-Bus.
const MACHINE_IDS: [&str; 2] = ["/etc/machine-id", "/var/lib/dbus/machine-id"];

/// What is put behind the file's name for the file beside it.
const NUMBER: &str = ".round";

/// The machine whose file this is.
const MACHINE: &str = "place.machine";
/// Why the file is not taken for this machine's own until a round has finished.
const ELSEWHERE: &str = "place.elsewhere";
/// When the last round finished before that, where one had.
const SINCE: &str = "place.since";
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

/// This machine and what stands beside the file.
#[derive(Clone, Debug)]
pub(super) struct Here {
    machine: String,
    beside: Option<Beside>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Beside {
    number: i64,
    machine: String,
}

impl Here {
    /// The number of the last round that was begun here.
    pub(super) fn number(&self) -> i64 {
        self.beside.as_ref().map_or(0, |beside| beside.number)
    }

    /// The same place once that round was begun here.
    fn after(self, number: i64) -> Self {
        let beside = Beside {
            number,
            machine: self.machine.clone(),
        };
        Self {
            machine: self.machine,
            beside: Some(beside),
        }
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
        let Some(text) = self.meta(SINCE)? else {
            return Ok(None);
        };
        let seconds = text.parse().map_err(|_| Error::BadValue {
            what: "a time",
            value: text.clone(),
        })?;
        moment(seconds).map(Some)
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
    pub(super) fn mark_restored(&mut self) -> Result<(), Error> {
        self.write(|tx| leave(tx, Elsewhere::Restored))
    }

    /// This machine, and what stands beside the file.
    pub(super) fn here(&self) -> Result<Here, Error> {
        if let Some(here) = &self.copied {
            return Ok(here.clone());
        }
        let beside = read_beside(&beside(&self.path, NUMBER))?;
        let machine = machine_id()
            .or_else(|| Some(beside.as_ref()?.machine.clone()))
            .unwrap_or_else(own_id);
        Ok(Here { machine, beside })
    }

    /// Writes the number of a round beside the file; a copy in memory keeps it to itself.
    pub(super) fn leave_number(&mut self, here: Here, run: i64) -> Result<(), Error> {
        if let Some(copied) = &mut self.copied {
            *copied = here.after(run);
            return Ok(());
        }
        let path = beside(&self.path, NUMBER);
        let write = || {
            let new = beside(&path, ".new");
            let mut file = fs::OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(true)
                .mode(0o600)
                .open(&new)?;
            writeln!(file, "{run} {}", here.machine)?;
            file.sync_all()?;
            fs::rename(&new, &path)?;
            sync_folder(folder_of(&path))
        };
        write().map_err(|source| Error::Io {
            path: path.clone(),
            source,
        })
    }
}

/// Takes the file for this machine's; what is found out about where it came from stays noted in it.
pub(super) fn settle_in(tx: &Transaction<'_>, here: &Here) -> Result<(), Error> {
    if let Some(found) = elsewhere(tx, here)?
        && fact(tx, ELSEWHERE)?.is_none()
    {
        leave(tx, found)?;
    }
    set_fact(tx, MACHINE, &here.machine)
}

/// After the round that read what the file may have missed, it is this machine's own.
pub(super) fn is_home_after(tx: &Transaction<'_>, run: i64) -> Result<(), Error> {
    if fact(tx, ADOPTED)? == Some(run.to_string()) {
        for name in [ELSEWHERE, SINCE, ADOPTED] {
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

fn read_beside(path: &Path) -> Result<Option<Beside>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(parse_beside(&String::from_utf8_lossy(&bytes))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Io {
            path: path.to_owned(),
            source,
        }),
    }
}

fn parse_beside(text: &str) -> Option<Beside> {
    let (number, machine) = text.trim_end().split_once(' ')?;
    Some(Beside {
        number: number.parse::<u32>().ok()?.into(),
        machine: machine.to_owned(),
    })
}

/// A mark of the machine's id: systemd asks that the id itself is not handed on.
fn machine_id() -> Option<String> {
    let read = |path: &&str| fs::read_to_string(path).ok();
    let said = MACHINE_IDS.iter().filter_map(read);
    let id = said
        .map(|id| id.trim().to_owned())
        .find(|id| !id.is_empty())?;
    Some(format!("machine-{:016x}", mark(&id)))
}

/// Where the machine has no id, one of the folder's own, which stays beside the file.
fn own_id() -> String {
    format!("folder-{:016x}", RandomState::new().hash_one(0))
}

/// FNV-1a, the same in every build.
fn mark(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::{Beside, Elsewhere, Here, NO_ROUND, State, compare, machine_id, parse_beside};
    use crate::domain::time::from_epoch;

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
    fn what_is_no_number_and_machine_is_nothing() {
        assert_eq!(
            parse_beside("12 machine-1\n"),
            Some(Beside {
                number: 12,
                machine: "machine-1".to_owned()
            })
        );
        for text in [
            "",
            "12",
            "x machine-1",
            "-1 machine-1",
            "9223372036854775807 machine-1",
            "\n",
            "\0\0\0\0 \0",
        ] {
            assert_eq!(parse_beside(text), None, "{text:?}");
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
        state.mark_restored().unwrap();
        assert_eq!(state.left_at().unwrap(), Some(at(1)));
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
}
