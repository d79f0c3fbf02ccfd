//! What happened to a person since the last sync.

use std::collections::BTreeMap;

use serde::Serialize;

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
pub type Facts = BTreeMap<&'static str, String>;

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
        return vec![happening(Change::Joined, now, Facts::new(), facts(now))];
    };
    let (mut before, mut after) = (facts(old), facts(now));
    before.retain(|field, value| {
        let same = after.get(field) == Some(value);
        if same {
            after.remove(field);
        }
        !same
    });
    let mut happened = Vec::new();
    if !old.active {
        happened.push(happening(Change::Restored, now, Facts::new(), Facts::new()));
    }
    if old.is_current(last) && !now.is_current(today) {
        let take = |facts: &mut Facts| facts.remove_entry("resigned").into_iter().collect();
        let resigned = facts(now).remove_entry("resigned").into_iter().collect();
        happened.push(happening(
            Change::Resigned,
            now,
            take(&mut before),
            resigned,
        ));
        after.remove("resigned");
    }
    if !(before.is_empty() && after.is_empty()) {
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
    Facts::from([
        ("employee_code", employee.code.to_string()),
        ("name", employee.full_name()),
        ("division", employee.division_code.clone()),
        ("emails", employee.emails.join(", ")),
        ("hired", day(employee.hired)),
        ("resigned", day(employee.resigned)),
    ])
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}
