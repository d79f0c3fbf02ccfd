//! The findings of a check and those of the state file.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::acknowledged::still_stands;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::reconcile::{Checked, OurDays};
use crate::domain::time::{Jst, WorkDay};
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
const FOUND_BY_ROUNDS: [Code; 7] = [
    Code::LateChange,
    Code::CodeMoved,
    Code::MalionAccess,
    Code::KotAccess,
    Code::SourceSilent,
    Code::Frozen,
    Code::SyncStopped,
];

/// What the logs of a day tell, by the same rules in a check as in a round.
const FOUND_BY_LOGS: [Code; 6] = [
    Code::NoLogoff,
    Code::NoLogon,
    Code::WaitingLogoff,
    Code::NightLogon,
    Code::OutOfDay,
    Code::NotEmployed,
];

/// What a reading does not disprove: the permission to punch, and closed hours that are not configured.
const NOT_OF_READING: [&str; 2] = ["104", "105"];

/// Whom a check could ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whether KING OF TIME was read.
    pub kot: bool,
    /// Of whom MaLion told all operations.
    pub operations: BTreeSet<EmployeeKey>,
}

impl Asked {
    fn told_operations_of(&self, finding: &Finding) -> bool {
        let mut person = finding.employee.iter();
        finding.code == Code::OtherOperation && person.any(|one| self.operations.contains(one))
    }
}

/// The stored findings that a check cannot find itself: what the rounds said of the range's days, and of
/// no day; and what MaLion said of them, where it is not asked again.
pub fn concerns(open: &[OpenFinding], scope: &Scope, asked: &Asked) -> Vec<Finding> {
    open.iter()
        .map(|open| &open.finding)
        .filter(|finding| {
            let by_malion = finding.code == Code::OtherOperation;
            FOUND_BY_ROUNDS.contains(&finding.code)
                || by_malion && !asked.told_operations_of(finding)
        })
        .filter(|finding| is_in(finding, scope) || is_of_no_day(finding, scope))
        .filter(|finding| !(asked.kot && is_disproved(finding)))
        .cloned()
        .collect()
}

/// Takes away what KING OF TIME had answered when it was last read, where it cannot be read now.
///
/// # Errors
/// What the state file refuses.
pub(super) fn recall_answers(state: &State, days: &mut OurDays) -> Result<(), state::Error> {
    for day in days.values_mut().flat_map(BTreeMap::values_mut) {
        for finding in std::mem::take(&mut day.findings) {
            if state.was_answered(&finding)? {
                day.was_answered = true;
            } else {
                day.findings.push(finding);
            }
        }
    }
    Ok(())
}

/// Stores what the check showed of the range: raises the new, closes what is answered and what it no
/// longer shows. Other findings, and those of other days and people, stay as they are.
///
/// # Errors
/// What the state file refuses.
pub fn remember(
    state: &mut State,
    checked: &Checked,
    scope: &Scope,
    asked: &Asked,
    now: Jst,
) -> Result<(), state::Error> {
    state.answer_findings(&checked.answered, now)?;
    let open = state.open_findings()?;
    let open: BTreeMap<_, _> = open
        .iter()
        .map(|open| (open.finding.identity(), open))
        .collect();
    let unproven: BTreeSet<Option<WorkDay>> = of_code(checked, Code::KotIncomplete)
        .map(|finding| finding.work_day)
        .collect();
    let mut found: Vec<Finding> = Vec::new();
    for finding in &checked.findings {
        let known = open.get(&finding.identity());
        let is_new = match finding.code {
            code if FOUND_BY_READING.contains(&code) => !is_whole_day(finding, scope),
            Code::OtherOperation => asked.told_operations_of(finding),
            code if FOUND_BY_LOGS.contains(&code) && finding.evidence != Evidence::default() => {
                // What stands open is the rounds' to renew.
                known.is_none_or(|known| known.acknowledged.is_some())
                    && !(unproven.contains(&finding.work_day) && state.was_answered(finding)?)
            }
            _ => false,
        };
        if is_new {
            found.push(finding.clone());
        }
    }
    let told: BTreeSet<_> = checked.findings.iter().map(Finding::identity).collect();
    let covers = |finding: &Finding| match finding.code {
        Code::KotAccess => asked.kot && is_disproved(finding),
        _ if !is_in(finding, scope) || told.contains(&finding.identity()) => false,
        Code::OtherOperation => asked.told_operations_of(finding),
        Code::NotEmployed => false,
        code if FOUND_BY_READING.contains(&code) => asked.kot && !is_whole_day(finding, scope),
        code => FOUND_BY_LOGS.contains(&code),
    };
    state.update_findings(&found, covers, now)?;
    Ok(())
}

/// Each finding with its row of the state file, where it has one: since when it stands, and whether
/// somebody set it aside for the same.
pub fn with_stored<'a>(
    found: &'a [Finding],
    open: &[OpenFinding],
) -> Vec<(&'a Finding, Option<OpenFinding>)> {
    let open: BTreeMap<_, _> = open
        .iter()
        .map(|open| (open.finding.identity(), open))
        .collect();
    let stored = |finding: &'a Finding| {
        let known: OpenFinding = OpenFinding::clone(open.get(&finding.identity())?);
        let stands = still_stands(&known.finding, finding);
        Some(OpenFinding {
            finding: finding.clone(),
            acknowledged: known.acknowledged.filter(|_| stands),
            ..known
        })
    };
    found
        .iter()
        .map(|finding| (finding, stored(finding)))
        .collect()
}

fn of_code(checked: &Checked, code: Code) -> impl Iterator<Item = &Finding> {
    let findings = checked.findings.iter();
    findings.filter(move |finding| finding.code == code)
}

/// What one person's punches lack says nothing about the day of all.
fn is_whole_day(finding: &Finding, scope: &Scope) -> bool {
    finding.employee.is_none() && scope.employee.is_some()
}

/// Whether a reading that succeeds shows that somebody was let in again.
fn is_disproved(finding: &Finding) -> bool {
    let code = finding.evidence.facts.get("kot_code").map(String::as_str);
    finding.code == Code::KotAccess && code.is_none_or(|code| !NOT_OF_READING.contains(&code))
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
    use super::{Asked, Checked, Code, Finding, Jst, Scope, State};
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

    /// A check that read KING OF TIME and found that.
    fn remember(state: &mut State, findings: &[Finding], scope: &Scope, now: Jst) {
        let checked = Checked {
            findings: findings.to_vec(),
            ..Checked::default()
        };
        let asked = Asked {
            kot: true,
            ..Asked::default()
        };
        super::remember(state, &checked, scope, &asked, now).unwrap();
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
        remember(&mut state, &found, &all, now);
        assert_eq!(open_days(&state), ["2024-12-12", "2024-12-17"]);

        let one_person = scope("2024-12-11", "2024-12-17", Some("taro"));
        remember(&mut state, &[], &one_person, now);
        assert_eq!(open_days(&state).len(), 2);

        let one_day = scope("2024-12-17", "2024-12-17", None);
        remember(&mut state, &[], &one_day, now);
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
        remember(&mut state, std::slice::from_ref(&late), &scope, now);
        assert_eq!(state.open_findings().unwrap(), []);

        state.update_findings(&[late], |_| true, now).unwrap();
        remember(&mut state, &[], &scope, now);
        assert_eq!(open_days(&state), ["2024-12-17"]);
    }
}
