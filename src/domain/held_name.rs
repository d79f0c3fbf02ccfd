//! User names that stay held: an overlap is not forgotten when its logs are (relay-rules, "Held").

use super::finding::Evidence;
use super::ownership::Links;
use super::pc_log::{LinkKind, PcUserName};
use super::time::WorkDay;

/// A user name whose sessions overlapped on several PCs, at least one evidently a local account's. It holds
/// all work days on which the name is the person's whose it was then, until somebody says that it is one
/// person's: from the first day of another link on, the overlap says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldName {
    /// In whose logs.
    pub kind: LinkKind,
    /// The name.
    pub name: PcUserName,
    /// The work day of the overlap that was seen first.
    pub from: WorkDay,
    /// The two ログオン of that overlap.
    pub evidence: Evidence,
}

/// The names that are held once the logs were looked at. What is `known` and still in sight stands only where
/// it is `seen` again, since a late log may undo an overlap; what is out of sight stands as it is.
pub fn standing(
    known: &[HeldName],
    seen: Vec<HeldName>,
    links: &Links,
    is_in_sight: impl Fn(&HeldName) -> bool,
) -> Vec<HeldName> {
    let days_of = |one: &HeldName| links.days_around(one.kind, &one.name, one.from);
    let is_one = |one: &HeldName, other: &HeldName| {
        (one.kind, &one.name) == (other.kind, &other.name) && days_of(one) == days_of(other)
    };
    let mut standing: Vec<HeldName> = known
        .iter()
        .filter(|one| !is_in_sight(one))
        .cloned()
        .collect();
    for one in seen {
        if !standing.iter().any(|known| is_one(known, &one)) {
            standing.push(one);
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::{HeldName, standing};
    use crate::domain::account::Link;
    use crate::domain::employee::EmployeeKey;
    use crate::domain::finding::Evidence;
    use crate::domain::ownership::Links;
    use crate::domain::pc_log::{LinkKind, LogId, PcUserName};
    use crate::domain::time::WorkDay;

    fn day(number: u32) -> WorkDay {
        WorkDay::parse(&format!("2024-12-{number:02}")).unwrap()
    }

    /// `user 17 #1`
    fn held(text: &str) -> HeldName {
        let [name, from, log] = text.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{text}");
        };
        HeldName {
            kind: LinkKind::MaLion,
            name: PcUserName::new(name),
            from: day(from.parse().unwrap()),
            evidence: Evidence::default().log(LogId(log[1..].parse().unwrap())),
        }
    }

    #[test]
    fn what_is_out_of_sight_stands_and_what_is_in_sight_must_be_seen_again() {
        let link = |name: &str, whose: &str, from| Link {
            kind: LinkKind::MaLion,
            user_name: PcUserName::new(name),
            employee: Some(EmployeeKey::new(whose)),
            from,
        };
        let links = Links::new(vec![
            link("user", "taro", WorkDay::EARLIEST),
            link("user", "hanako", day(20)),
            link("other", "jiro", WorkDay::EARLIEST),
        ]);
        // Logs from 10 on are in sight.
        type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [&'a str]);
        let table: [Case<'_>; 8] = [
            (&[], &["user 17 #10"], &["user 17 #10"]),
            (&["user 17 #10"], &["user 17 #10"], &["user 17 #10"]),
            (&["user 17 #10"], &[], &[]),
            (&["user 17 #10"], &["user 16 #12"], &["user 16 #12"]),
            (&["user 03 #1"], &[], &["user 03 #1"]),
            (&["user 03 #1"], &["user 17 #10"], &["user 03 #1"]),
            (
                &["user 03 #1"],
                &["user 20 #10"],
                &["user 03 #1", "user 20 #10"],
            ),
            (
                &["user 03 #1"],
                &["other 17 #10"],
                &["user 03 #1", "other 17 #10"],
            ),
        ];
        for (known, seen, expected) in table {
            let all = |names: &[&str]| names.iter().map(|one| held(one)).collect::<Vec<_>>();
            let in_sight = |one: &HeldName| one.evidence.logs.iter().all(|log| *log >= 10);
            assert_eq!(
                standing(&all(known), all(seen), &links, in_sight),
                all(expected),
                "{known:?} {seen:?}"
            );
        }
    }
}
