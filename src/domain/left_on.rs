//! Half days one after another: this person leaves the PC on (logs-check, `no-logoff` and `no-logon`).

use std::collections::BTreeSet;

use super::employee::EmployeeKey;
use super::finding::{Code, Finding};
use super::time::WorkDay;

/// The fact that a half day is at least the third in a row.
pub const LEFT_ON: &str = "left_on";

/// Half days in a row before it is said why.
const IN_A_ROW: usize = 3;

/// Marks the third and further half days in a row among a person's work days with logs. `days` are
/// these, in order of person and day.
pub fn mark<'a>(findings: &mut [Finding], days: impl Iterator<Item = &'a (EmployeeKey, WorkDay)>) {
    let halves: BTreeSet<_> = findings.iter().filter_map(half_day).collect();
    let mut told = BTreeSet::new();
    let mut row = (None, 0);
    for (person, day) in days {
        let before = row.1 * usize::from(row.0 == Some(person));
        let is_half = halves.contains(&(person, *day));
        row = (Some(person), (before + 1) * usize::from(is_half));
        if row.1 >= IN_A_ROW {
            told.insert((person, *day));
        }
    }
    let is_told = |finding: &Finding| half_day(finding).is_some_and(|day| told.contains(&day));
    let marked: Vec<bool> = findings.iter().map(is_told).collect();
    let marked = findings.iter_mut().zip(marked).filter(|(_, told)| *told);
    for (finding, _) in marked {
        let facts = &mut finding.evidence.facts;
        facts.insert(LEFT_ON.to_owned(), "true".to_owned());
    }
}

fn half_day(finding: &Finding) -> Option<(&EmployeeKey, WorkDay)> {
    let is_half = matches!(finding.code, Code::NoLogoff | Code::NoLogon);
    let place = finding.employee.as_ref().zip(finding.work_day);
    place.filter(|_| is_half)
}

#[cfg(test)]
mod tests {
    use super::{LEFT_ON, mark};
    use crate::domain::employee::EmployeeKey;
    use crate::domain::finding::{Code, Evidence, Finding};
    use crate::domain::time::WorkDay;

    /// A letter a day with logs: `f` is without 退勤, `n` without 出勤, `-` is whole, `x` has another
    /// finding; a capital is a day that is marked. A blank ends a person's days.
    #[test]
    fn from_the_third_half_day_in_a_row_on_it_is_said_why() {
        for told in [
            "ff", "ffF", "fnFN", "ff-f", "ff-ffF", "ffx", "ff f", "f ff ffF", "ffF ff",
        ] {
            let first = WorkDay::parse("2024-12-16").unwrap();
            let mut days = Vec::new();
            let mut findings = Vec::new();
            let mut letters = String::new();
            for (person, of_person) in told.split(' ').enumerate() {
                let person = EmployeeKey::new(person.to_string());
                let day = std::iter::successors(Some(first), |day| Some(day.next()));
                for (letter, day) in of_person.chars().zip(day) {
                    let code = match letter.to_ascii_lowercase() {
                        'f' => Some(Code::NoLogoff),
                        'n' => Some(Code::NoLogon),
                        'x' => Some(Code::NightLogon),
                        _ => None,
                    };
                    let finding = |code| Finding::of_day(code, &person, day, Evidence::default());
                    letters.extend(code.map(|_| letter));
                    findings.extend(code.map(finding));
                    days.push((person.clone(), day));
                }
            }
            mark(&mut findings, days.iter());
            let marked: String = findings
                .iter()
                .zip(letters.to_lowercase().chars())
                .map(
                    |(finding, letter)| match finding.evidence.facts.get(LEFT_ON) {
                        Some(_) => letter.to_ascii_uppercase(),
                        None => letter,
                    },
                )
                .collect();
            assert_eq!(marked, letters, "{told}");
        }
    }
}
