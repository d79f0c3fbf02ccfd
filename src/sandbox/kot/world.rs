//! What this KOT knows.

use std::collections::{BTreeSet, VecDeque};

use super::people::{Division, Employee, key_of};
use super::switches::{Access, DataKind, Switches};
use crate::domain::time::{Jst, WorkDay};

/// The token that is accepted unless another is set.
const FIRST_TOKEN: &str = "5ab0c0de5ab0c0de5ab0c0de5ab0c0de";

/// One punch of this KOT's own record.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPunch {
    /// Whose, by key.
    pub key: String,
    /// The code of that person when the punch arrived.
    pub employee_code: String,
    /// 勤務日.
    pub work_day: WorkDay,
    /// When, as stored.
    pub time: Jst,
    /// When, to the letter as it was sent.
    pub time_text: String,
    /// 1 出勤, 2 退勤, 3 休憩開始, 4 休憩終了, 7 外出, 8 戻り.
    pub code: u8,
    /// The code of the division punched at.
    pub division: String,
    /// Latitude and longitude.
    pub place: (Option<f64>, Option<f64>),
    /// `credentialCode` and `credentialName`, of punches by other means.
    pub credential: Option<(i64, String)>,
    /// When it came, by this server's clock.
    pub arrived_at: Jst,
    /// Whether it came through the API; the others a test has put there.
    pub by_api: bool,
}

/// One person and whether the record was deleted (削除).
pub(super) struct Listed {
    pub(super) employee: Employee,
    pub(super) deleted: bool,
}

/// One company.
pub(super) struct World {
    pub(super) token: String,
    pub(super) company_key: String,
    pub(super) caller_refused: bool,
    pub(super) denied: BTreeSet<(DataKind, Access)>,
    pub(super) switches: Switches,
    pub(super) divisions: Vec<Division>,
    pub(super) people: Vec<Listed>,
    /// 締め: days closed for the person of that key, or for all.
    pub(super) closed_days: BTreeSet<(WorkDay, Option<String>)>,
    /// In order of arrival.
    pub(super) punches: Vec<StoredPunch>,
    /// When the requests of the last five minutes came, and whether each was a punch.
    pub(super) spent: VecDeque<(Jst, bool)>,
}

impl World {
    pub(super) fn new() -> Self {
        Self {
            token: FIRST_TOKEN.to_owned(),
            company_key: key_of("company"),
            caller_refused: false,
            denied: BTreeSet::new(),
            switches: Switches::default(),
            divisions: Vec::new(),
            people: Vec::new(),
            closed_days: BTreeSet::new(),
            punches: Vec::new(),
            spent: VecDeque::new(),
        }
    }

    /// Whether the day is closed for the person of that key.
    pub(super) fn is_closed(&self, key: &str, day: WorkDay) -> bool {
        [None, Some(key.to_owned())]
            .into_iter()
            .any(|whom| self.closed_days.contains(&(day, whom)))
    }

    /// Everybody who is not deleted.
    pub(super) fn present(&self) -> impl Iterator<Item = &Employee> {
        self.people
            .iter()
            .filter(|listed| !listed.deleted)
            .map(|listed| &listed.employee)
    }

    pub(super) fn division(&self, code: &str) -> Option<&Division> {
        self.divisions.iter().find(|division| division.code == code)
    }

    pub(super) fn division_name(&self, code: &str) -> String {
        self.division(code)
            .map(|division| division.name.clone())
            .unwrap_or_default()
    }
}
