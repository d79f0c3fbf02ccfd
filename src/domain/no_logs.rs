//! People whose PC is silent while the others' are not (logs-check, `no-logs`).

use std::collections::{BTreeMap, BTreeSet};

use super::employee::EmployeeKey;
use super::finding::{Code, Evidence, Finding};
use super::pc_log::PcLog;
use super::time::WorkDay;

/// So many days of the others make the silence of one a finding.
const DAYS: usize = 5;

/// Who has logs on which work day. Days without any log need not be named.
pub type PresenceByDay<'a> = BTreeMap<WorkDay, BTreeSet<&'a EmployeeKey>>;

/// The people without a single log from the first of the last five days on which at least half of the
/// others had some. `expected` are the people who were linked and employed, and not excluded, on each
/// day that may count: days that are over. `last_log` gives the last log that is known of somebody.
pub fn no_logs<'a>(
    expected: &PresenceByDay<'a>,
    present: &PresenceByDay<'a>,
    last_log: impl Fn(&EmployeeKey) -> Option<&'a PcLog>,
) -> Vec<Finding> {
    let nobody = BTreeSet::new();
    let everybody: BTreeSet<&EmployeeKey> = expected.values().flatten().copied().collect();
    // Counted once a day: what one person makes of it is one more or less.
    let counted: Vec<_> = expected
        .iter()
        .rev()
        .map(|(day, people)| {
            let here = present.get(day).unwrap_or(&nobody);
            let some = people.iter().filter(|one| here.contains(*one)).count();
            (day, people, here, some)
        })
        .collect();
    let silent_days = |person: &'a EmployeeKey| -> Option<Vec<WorkDay>> {
        let mut days = counted
            .iter()
            .filter(|(_, people, here, some)| {
                let is_one = people.contains(person);
                let all = people.len() - usize::from(is_one);
                let some = some - usize::from(is_one && here.contains(person));
                all > 0 && some * 2 >= all
            })
            .map(|(day, people, ..)| people.contains(person).then_some(**day));
        let mut counted: Vec<WorkDay> = days.by_ref().take(DAYS).collect::<Option<_>>()?;
        counted.reverse();
        let first = *counted.first().filter(|_| counted.len() == DAYS)?;
        let came = present
            .range(first..)
            .any(|(_, here)| here.contains(person));
        (!came).then_some(counted)
    };
    everybody
        .into_iter()
        .filter_map(|person| Some((person, silent_days(person)?)))
        .map(|(person, days)| finding(person, &days, last_log(person)))
        .collect()
}

fn finding(person: &EmployeeKey, days: &[WorkDay], last_log: Option<&PcLog>) -> Finding {
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    let evidence = last_log.map_or_else(Evidence::default, |log| {
        let at = Evidence::default().log(log.id).time(log.raw.occurred_at);
        at.terminal(&log.raw.terminal)
    });
    Finding {
        employee: Some(person.clone()),
        ..Finding::of_all(Code::NoLogs, evidence.fact("days", days.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{PresenceByDay, no_logs};
    use crate::domain::employee::EmployeeKey;
    use crate::domain::time::WorkDay;

    const NOBODY: &str = "";

    fn by_day<'a>(people: &'a [EmployeeKey], days: &[&str]) -> PresenceByDay<'a> {
        let first = WorkDay::parse("2024-12-16").unwrap();
        let on = |letters: &str| -> BTreeSet<&'a EmployeeKey> {
            let named = people.iter().filter(|one| letters.contains(one.as_str()));
            named.collect()
        };
        let days = std::iter::successors(Some(first), |day| Some(day.next())).zip(days);
        days.map(|(day, letters)| (day, on(letters))).collect()
    }

    /// Days from 2024-12-16 on, with the letters of those who are expected, and of those who have logs.
    #[test]
    fn five_days_of_the_others_without_a_log_make_a_finding() {
        let people: Vec<EmployeeKey> = ["a", "b", "c", "d"].map(EmployeeKey::new).into();
        let all: &[&str] = &["abcd"; 9];
        let rows: [(&str, &[&str], &[&str], &str); 11] = [
            ("four days", all, &["abc", "abc", "abc", "abc"], NOBODY),
            ("five days", all, &["abc", "abc", "abc", "abc", "abc"], "d"),
            (
                "with a weekend in between",
                all,
                &["abc", "abc", "", "", "abc", "abc", "abc"],
                "d",
            ),
            (
                "seen on the first of them",
                all,
                &["abcd", "abc", "abc", "abc", "abc"],
                NOBODY,
            ),
            (
                "seen before them",
                all,
                &["abcd", "abc", "abc", "abc", "abc", "abc"],
                "d",
            ),
            (
                "seen since, on a day that counts for nobody",
                all,
                &["abc", "abc", "abc", "abc", "abc", "d"],
                NOBODY,
            ),
            (
                "two of three others are half of them",
                all,
                &["ab", "ab", "ab", "ab", "ab"],
                "cd",
            ),
            (
                "one of three others is less than half",
                all,
                &["a", "a", "a", "a", "a"],
                NOBODY,
            ),
            (
                "linked or employed for four of the five",
                &["abc", "abcd", "abcd", "abcd", "abcd"],
                &["abc", "abc", "abc", "abc", "abc"],
                NOBODY,
            ),
            (
                "left, or excluded, since",
                &["abcd", "abcd", "abcd", "abcd", "abcd", "abc"],
                &["abc", "abc", "abc", "abc", "abc", "abc"],
                NOBODY,
            ),
            ("alone", &["d"; 9], &[""; 9], NOBODY),
        ];
        for (what, expected, present, silent) in rows {
            let (expected, present) = (by_day(&people, expected), by_day(&people, present));
            let found = no_logs(&expected, &present, |_| None);
            let named: String = found
                .iter()
                .filter_map(|finding| finding.employee.as_ref())
                .map(EmployeeKey::as_str)
                .collect();
            assert_eq!(named, silent, "{what}");
        }
    }

    #[test]
    fn the_five_days_are_named() {
        let people: Vec<EmployeeKey> = ["a", "b"].map(EmployeeKey::new).into();
        let expected = by_day(&people, &["ab"; 7]);
        let present = by_day(&people, &["a", "a", "", "a", "a", "a", "a"]);
        let found = no_logs(&expected, &present, |_| None);
        assert_eq!(
            found[0].evidence.facts["days"],
            "2024-12-17, 2024-12-19, 2024-12-20, 2024-12-21, 2024-12-22"
        );
    }
}
