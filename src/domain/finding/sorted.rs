//! Findings that are one, told as one; and which of them are answered.

use std::collections::{HashMap, HashSet};

use super::{Finding, Identity};

/// Makes one of findings that are one, such as those about both punches of a day, in the order of the
/// first of each. Facts that differ stand with commas between them.
pub fn merged(findings: Vec<Finding>) -> Vec<Finding> {
    let mut known: HashMap<Identity<'_>, usize> = HashMap::new();
    let place = |finding| {
        let next = known.len();
        *known.entry(Finding::identity(finding)).or_insert(next)
    };
    let places: Vec<usize> = findings.iter().map(place).collect();
    let mut merged: Vec<Finding> = Vec::new();
    for (finding, place) in findings.into_iter().zip(places) {
        match merged.get_mut(place) {
            Some(known) => known.evidence.absorb(finding.evidence),
            None => merged.push(finding),
        }
    }
    merged
}

/// What was found, parted by whether KING OF TIME has answered it.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    /// What still stands.
    pub standing: Vec<Finding>,
    /// What is answered, and not of a day of which another punch's finding of the same code stands.
    pub answered: Vec<Finding>,
}

impl Sorted {
    /// Takes a finding in.
    pub fn add(&mut self, finding: Finding, is_answered: bool) {
        match is_answered {
            true => self.answered.push(finding),
            false => self.standing.push(finding),
        }
    }

    /// With one each of those that are one.
    pub fn merged(self) -> Self {
        let standing = merged(self.standing);
        let stands: HashSet<Identity<'_>> = standing.iter().map(Finding::identity).collect();
        let mut answered = self.answered;
        answered.retain(|finding| !stands.contains(&finding.identity()));
        Self {
            answered: merged(answered),
            standing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::merged;
    use crate::domain::employee::EmployeeKey;
    use crate::domain::finding::{Code, Evidence, Finding};
    use crate::domain::time::WorkDay;

    #[test]
    fn two_punches_of_one_day_make_one_finding_that_names_both() {
        let day = WorkDay::parse("2024-12-17").unwrap();
        let finding = |code, who: &str, kind: &str| {
            let evidence = Evidence::default().fact("kind", kind).terminal("PC-1");
            Finding::of_day(code, &EmployeeKey::new(who), day, evidence)
        };
        let merged = merged(vec![
            finding(Code::TooOld, "taro", "1"),
            finding(Code::TooOld, "hanako", "1"),
            finding(Code::TooOld, "taro", "2"),
            finding(Code::LateChange, "taro", "2"),
        ]);
        let told: Vec<_> = merged
            .iter()
            .map(|one| (one.code, one.evidence.facts["kind"].as_str()))
            .collect();
        let expected = [
            (Code::TooOld, "1,2"),
            (Code::TooOld, "1"),
            (Code::LateChange, "2"),
        ];
        assert_eq!(told, expected);
        assert_eq!(merged[0].evidence.terminals, ["PC-1"]);
    }
}
