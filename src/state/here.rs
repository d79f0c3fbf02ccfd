//! This machine, and the number of the last round that was begun on a file here: it stands beside the file.

use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::BuildHasher;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::file::{beside, folder_of, sync_folder};
use super::{Error, State};

/// Ids of the machine, by systemd and by D-Bus.
const MACHINE_IDS: [&str; 2] = ["/etc/machine-id", "/var/lib/dbus/machine-id"];

/// What is put behind the file's name for the file beside it.
pub(super) const NUMBER: &str = ".round";

/// The same before it takes the place of the last one.
pub(super) const NEW_NUMBER: &str = ".round.new";

/// This machine and what stands beside the file.
#[derive(Clone, Debug)]
pub(super) struct Here {
    pub(super) machine: String,
    pub(super) beside: Option<Beside>,
}

/// The last round that was begun here, and on which machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Beside {
    pub(super) number: i64,
    pub(super) machine: String,
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
            let new = beside(&self.path, NEW_NUMBER);
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
pub(super) fn machine_id() -> Option<String> {
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
    use super::{Beside, parse_beside};

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
}
