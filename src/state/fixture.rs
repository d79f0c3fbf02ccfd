//! A state file with one linked employee, for the tests of this room.

use rusqlite::params;
use tempfile::TempDir;

use crate::domain::employee::EmployeeKey;
use crate::domain::pc_log::{LinkKind, LogId, Operation, RawLog};
use crate::domain::plan::Change;
use crate::domain::punch::{Punch, PunchId, PunchKind};
use crate::domain::time::{Jst, Minute, WorkDay};

use super::{Progress, Reading, State};

/// `17 09:03:12` of 2024-12 in Japan.
pub(super) fn at(text: &str) -> Jst {
    let (day, time) = text.split_once(' ').unwrap();
    chrono::DateTime::parse_from_rfc3339(&format!("2024-12-{day}T{time}+09:00")).unwrap()
}

pub(super) fn day(number: u32) -> WorkDay {
    WorkDay::parse(&format!("2024-12-{number:02}")).unwrap()
}

pub(super) fn taro() -> EmployeeKey {
    EmployeeKey::new("k-taro")
}

/// A ログオン of tarouk at PC-1, with that id or none.
pub(super) fn logon(id: Option<&str>, time: &str) -> RawLog {
    RawLog {
        log_id: id.map(str::to_owned),
        occurred_at: at(time),
        collected_at: at(time),
        operation: Operation::Logon,
        terminal: "PC-1".to_owned(),
        domain: "EXAMPLE".to_owned(),
        user: "tarouk".to_owned(),
        link_code: Some("A01".to_owned()),
    }
}

/// The file, and the folder that keeps it as long as the test.
pub(super) struct Fixture {
    pub(super) state: State,
    _folder: TempDir,
}

impl Fixture {
    /// 勤怠 太郎, linked to `tarouk` from the beginning, and nothing else.
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::open(&folder.path().join("state.db")).unwrap();
        state
            .write(|tx| {
                tx.execute(
                    "INSERT INTO employees (key, code, last_name, first_name, division_code, active)
                     VALUES (?1, '1000', '勤怠', '太郎', '1000', 1)",
                    params![taro()],
                )?;
                tx.execute(
                    "INSERT INTO links (kind, user_name, from_day, employee_key)
                     VALUES (3, 'tarouk', '0001-01-01', ?1)",
                    params![taro()],
                )?;
                Ok(())
            })
            .unwrap();
        Self {
            state,
            _folder: folder,
        }
    }

    /// Takes logs in; gives the rows of those that are new.
    pub(super) fn take(&mut self, logs: &[RawLog]) -> Vec<LogId> {
        let reading = Reading {
            kind: LinkKind::MaLion,
            source: "test",
            taken_at: at("17 10:00:00"),
        };
        let taken = self.state.take_logs(reading, logs, Progress::Partial);
        self.state.give_fates().unwrap();
        taken.unwrap().new
    }

    /// A decided 出勤 at 09:03 of the 17th on a log of its own.
    pub(super) fn decided(&mut self) -> Punch {
        let ground = self.take(&[logon(None, "17 09:03:12")])[0];
        self.add(day(17), PunchKind::ClockIn, "17 09:03:00", ground)
            .unwrap();
        let punches = self.state.punches_of(&taro(), day(17));
        punches.unwrap().pop().unwrap()
    }

    pub(super) fn add(
        &mut self,
        work_day: WorkDay,
        kind: PunchKind,
        time: &str,
        ground: LogId,
    ) -> Result<(), super::Error> {
        let change = Change::Add {
            employee: taro(),
            work_day,
            kind,
            time: Minute::cut(at(time)),
            rolling: false,
            ground,
            hold: None,
        };
        self.state.apply_changes(&[change], at("17 10:00:00"))
    }

    pub(super) fn punch(&self, id: PunchId) -> Punch {
        self.state.punch(id).unwrap().unwrap()
    }

    /// Runs one statement as it is.
    pub(super) fn sql(&mut self, statement: &str) -> Result<(), super::Error> {
        self.state.write(|tx| Ok(tx.execute_batch(statement)?))
    }
}
