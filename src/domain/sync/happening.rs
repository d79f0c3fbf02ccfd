//! What happened to a person since the last sync.

use serde::{Serialize, Serializer};

use crate::domain::employee::{Employee, EmployeeCode, EmployeeKey};
use crate::domain::time::WorkDay;

/// What happens to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A key not known.
    Joined,
    /// Another name, code, division, mail or date.
    Changed,
    /// 退職日 has passed.
    Resigned,
    /// The key is in neither list.
    Gone,
    /// A gone key is back.
    Restored,
    /// The code was another's.
    CodeMoved,
}

impl Change {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] = [
        Self::Joined,
        Self::Changed,
        Self::Resigned,
        Self::Gone,
        Self::Restored,
        Self::CodeMoved,
    ];

    /// Its name in JSON and catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Joined => "joined",
            Self::Changed => "changed",
            Self::Resigned => "resigned",
            Self::Gone => "gone",
            Self::Restored => "restored",
            Self::CodeMoved => "code-moved",
        }
    }
}

/// Facts about a person by the name of their JSON field; only those that differ, where two are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(Vec<(&'static str, String)>);

impl Facts {
    /// Takes facts in the order in which they are to be told, without those that say nothing.
    pub(super) fn of<const N: usize>(facts: [(&'static str, String); N]) -> Self {
        let told = facts.into_iter().filter(|(_, value)| !value.is_empty());
        Self(told.collect())
    }

    /// What is said under that name.
    pub fn get(&self, field: &str) -> Option<&str> {
        let mut facts = self.iter();
        facts.find_map(|(name, value)| (name == field).then_some(value))
    }

    /// All of them by name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// Those of these that the others do not say alike.
    fn beside(&self, others: &Self) -> Self {
        let differing = self.0.iter().filter(|fact| !others.0.contains(fact));
        Self(differing.cloned().collect())
    }

    /// Takes the fact of that name out.
    fn take(&mut self, field: &str) -> Self {
        Self(self.0.extract_if(.., |(name, _)| *name == field).collect())
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A line of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Happening {
    /// What happens.
    pub change: Change,
    /// To whom.
    #[serde(skip)]
    pub employee: EmployeeKey,
    /// 従業員コード.
    #[serde(rename = "employee_code")]
    pub code: EmployeeCode,
    /// 姓 and 名.
    pub name: String,
    /// What was.
    pub before: Facts,
    /// What is.
    pub after: Facts,
}

/// What happened to one listed person since the last sync.
pub(super) fn happened(
    old: Option<&Employee>,
    now: &Employee,
    last: WorkDay,
    today: WorkDay,
) -> Vec<Happening> {
    let Some(old) = old else {
        return vec![happening(Change::Joined, now, Facts::default(), facts(now))];
    };
    if old == now && old.is_current(last) == now.is_current(today) {
        return Vec::new();
    }
    let (before, after) = (facts(old), facts(now));
    let (mut before, mut after) = (before.beside(&after), after.beside(&before));
    let mut happened = Vec::new();
    if !old.active {
        let nothing = Facts::default;
        happened.push(happening(Change::Restored, now, nothing(), nothing()));
    }
    if old.is_current(last) && !now.is_current(today) {
        let resigned = facts(now).take("resigned");
        let until_now = before.take("resigned");
        happened.push(happening(Change::Resigned, now, until_now, resigned));
        after.take("resigned");
    }
    if before != after {
        happened.push(happening(Change::Changed, now, before, after));
    }
    happened
}

/// A line of the plan.
pub(super) fn happening(
    change: Change,
    employee: &Employee,
    before: Facts,
    after: Facts,
) -> Happening {
    Happening {
        change,
        employee: employee.key.clone(),
        code: employee.code.clone(),
        name: employee.full_name(),
        before,
        after,
    }
}

fn facts(employee: &Employee) -> Facts {
    let day = |day: Option<WorkDay>| day.map_or(String::new(), |day| day.to_string());
    Facts::of([
        ("division", employee.division_code.clone()),
        ("emails", employee.emails.join(", ")),
        ("employee_code", employee.code.to_string()),
        ("hired", day(employee.hired)),
        ("name", employee.full_name()),
        ("resigned", day(employee.resigned)),
    ])
}
