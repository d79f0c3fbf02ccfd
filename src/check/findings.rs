//! The findings of a check and those of the state file.

use crate::domain::finding::{Code, Finding};
use crate::domain::time::Jst;
use crate::state::{self, OpenFinding, State};

use super::Scope;

/// What only a reading of KING OF TIME shows, and the check remembers.
const FOUND_BY_READING: [Code; 4] = [
    Code::MissingInKot,
    Code::ChangedInKot,
    Code::DoubleInKot,
    Code::KotIncomplete,
];

/// What only a round of the relay can know: what a punch was before, what a sync changed, who let it in.
const FOUND_BY_ROUNDS: [Code; 5] = [
    Code::LateChange,
    Code::CodeMoved,
    Code::MalionAccess,
    Code::KotAccess,
    Code::SyncStopped,
];

/// The stored findings that a check cannot find itself: what the rounds said of the range's days, and of
/// no day.
pub fn concerns(open: &[OpenFinding], scope: &Scope) -> Vec<Finding> {
    open.iter()
        .map(|open| &open.finding)
        .filter(|finding| FOUND_BY_ROUNDS.contains(&finding.code))
        .filter(|finding| is_in(finding, scope) || is_of_no_day(finding, scope))
        .cloned()
        .collect()
}

/// Stores what the reading showed of the range: raises the new, closes what it no longer shows. Other
/// findings, and those of other days and people, stay as they are.
///
/// # Errors
/// What the state file refuses; nothing is stored then.
pub fn remember(
    state: &mut State,
    found: &[Finding],
    scope: &Scope,
    now: Jst,
) -> Result<(), state::Error> {
    let of_reading = |finding: &&Finding| FOUND_BY_READING.contains(&finding.code);
    let found: Vec<Finding> = found.iter().filter(of_reading).cloned().collect();
    // What one person's punches lack says nothing about the day of all.
    let whole_day = |finding: &Finding| finding.employee.is_none() && scope.employee.is_some();
    let found: Vec<Finding> = found
        .into_iter()
        .filter(|finding| !whole_day(finding))
        .collect();
    let covers = |finding: &Finding| {
        FOUND_BY_READING.contains(&finding.code) && is_in(finding, scope) && !whole_day(finding)
    };
    state.update_findings(&found, covers, now)?;
    Ok(())
}

/// Each finding with its row of the state file, where it has one: since when it stands, and whether
/// somebody set it aside.
pub fn with_stored<'a>(
    found: &'a [Finding],
    open: &'a [OpenFinding],
) -> Vec<(&'a Finding, Option<&'a OpenFinding>)> {
    let is_same = |a: &Finding, b: &Finding| {
        (a.code, &a.employee, &a.user, a.work_day) == (b.code, &b.employee, &b.user, b.work_day)
    };
    found
        .iter()
        .map(|finding| {
            let stored = open.iter().find(|open| is_same(finding, &open.finding));
            (finding, stored)
        })
        .collect()
}

/// Whether a finding is about the person, or about everybody, on no day of its own.
fn is_of_no_day(finding: &Finding, scope: &Scope) -> bool {
    let of_person = finding.employee.is_none() || finding.employee == scope.employee;
    finding.work_day.is_none() && (of_person || scope.employee.is_none())
}

fn is_in(finding: &Finding, scope: &Scope) -> bool {
    let day = finding
        .work_day
        .is_some_and(|day| scope.days().contains(&day));
    let person = scope.employee.is_none() || finding.employee == scope.employee;
    day && (person || finding.employee.is_none())
}

#[cfg(test)]
mod tests {
    use super::{Code, Finding, Jst, Scope, State, remember};
    use crate::domain::employee::EmployeeKey;
    use crate::domain::finding::Evidence;
    use crate::domain::time::WorkDay;

    fn day(text: &str) -> WorkDay {
        WorkDay::parse(text).unwrap()
    }

    fn incomplete(on: &str) -> Finding {
        Finding {
            code: Code::KotIncomplete,
            severity: Code::KotIncomplete.severity(),
            employee: None,
            user: None,
            work_day: Some(day(on)),
            evidence: Evidence::default(),
        }
    }

    fn open_days(state: &State) -> Vec<String> {
        let open = state.open_findings().unwrap();
        let days = open.iter().filter_map(|open| open.finding.work_day);
        days.map(|day| day.to_string()).collect()
    }

    #[test]
    fn only_what_the_range_and_its_people_cover_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::open(&folder.path().join("state.db")).unwrap();
        let now = Jst::parse_from_rfc3339("2024-12-18T12:00:00+09:00").unwrap();
        let scope = |from: &str, to: &str, employee: Option<&str>| Scope {
            from: day(from),
            to: day(to),
            employee: employee.map(EmployeeKey::new),
        };
        let all = scope("2024-12-11", "2024-12-17", None);
        let found = [incomplete("2024-12-12"), incomplete("2024-12-17")];
        remember(&mut state, &found, &all, now).unwrap();
        assert_eq!(open_days(&state), ["2024-12-12", "2024-12-17"]);

        let one_person = scope("2024-12-11", "2024-12-17", Some("taro"));
        remember(&mut state, &[], &one_person, now).unwrap();
        assert_eq!(open_days(&state).len(), 2);

        let one_day = scope("2024-12-17", "2024-12-17", None);
        remember(&mut state, &[], &one_day, now).unwrap();
        assert_eq!(open_days(&state), ["2024-12-12"]);
    }

    #[test]
    fn what_a_check_does_not_find_itself_is_not_its_to_store_or_close() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::open(&folder.path().join("state.db")).unwrap();
        let now = Jst::parse_from_rfc3339("2024-12-18T12:00:00+09:00").unwrap();
        let mut late = incomplete("2024-12-17");
        late.code = Code::LateChange;
        let scope = Scope {
            from: day("2024-12-11"),
            to: day("2024-12-17"),
            employee: None,
        };
        remember(&mut state, std::slice::from_ref(&late), &scope, now).unwrap();
        assert_eq!(state.open_findings().unwrap(), []);

        state.update_findings(&[late], |_| true, now).unwrap();
        remember(&mut state, &[], &scope, now).unwrap();
        assert_eq!(open_days(&state), ["2024-12-17"]);
    }
}
