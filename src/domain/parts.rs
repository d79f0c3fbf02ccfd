//! A company in parts that can be decided one after another: what is decided of one rests on nothing of another.

use std::collections::HashMap;

use super::employee::EmployeeKey;
use super::pc_log::PcUserName;

/// People with all user names that were ever theirs, and the people whose they were too; and names that are nobody's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The people.
    pub people: Vec<EmployeeKey>,
    /// The user names, of any product.
    pub names: Vec<PcUserName>,
}

/// Spreads everybody and every name over at most `count` parts. A person and a name that are in one of `ties` come
/// into one part, and so does whoever is tied to either.
pub fn parts(
    people: Vec<EmployeeKey>,
    names: Vec<PcUserName>,
    ties: &[(EmployeeKey, PcUserName)],
    count: usize,
) -> Vec<Part> {
    let mut groups = Groups::of(people.len() + names.len());
    let person: HashMap<&EmployeeKey, usize> = people.iter().zip(0..).collect();
    let name: HashMap<&PcUserName, usize> = names.iter().zip(people.len()..).collect();
    for (whose, what) in ties {
        if let (Some(one), Some(other)) = (person.get(whose), name.get(what)) {
            groups.join(*one, *other);
        }
    }
    drop((person, name));
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut parts = vec![Part::default(); count.max(1)];
    let mut place = |member: usize| {
        let next = places.len();
        *places.entry(groups.root(member)).or_insert(next) % count.max(1)
    };
    let first_name = people.len();
    for (member, person) in people.into_iter().enumerate() {
        if let Some(part) = parts.get_mut(place(member)) {
            part.people.push(person);
        }
    }
    for (member, name) in names.into_iter().enumerate() {
        if let Some(part) = parts.get_mut(place(first_name + member)) {
            part.names.push(name);
        }
    }
    parts
}

/// Members, each of which stands for itself or points to another of its group.
struct Groups(Vec<usize>);

impl Groups {
    fn of(members: usize) -> Self {
        Self((0..members).collect())
    }

    fn root(&mut self, member: usize) -> usize {
        let mut root = member;
        while let Some(above) = self.0.get(root).copied().filter(|above| *above != root) {
            // Half the way next time.
            let next = self.0.get(above).copied().unwrap_or(above);
            if let Some(place) = self.0.get_mut(root) {
                *place = next;
            }
            root = next;
        }
        root
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(place) = self.0.get_mut(one) {
            *place = other;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Part, parts};
    use crate::domain::employee::EmployeeKey;
    use crate::domain::pc_log::PcUserName;

    fn person(number: usize) -> EmployeeKey {
        EmployeeKey::new(format!("k{number}"))
    }

    fn name(number: usize) -> PcUserName {
        PcUserName::new(format!("n{number}"))
    }

    fn spread(ties: &[(usize, usize)], count: usize) -> Vec<Part> {
        let ties: Vec<_> = ties
            .iter()
            .map(|(one, other)| (person(*one), name(*other)))
            .collect();
        let people = (0..6).map(person).collect();
        parts(people, (0..6).map(name).collect(), &ties, count)
    }

    #[test]
    fn whoever_shares_a_name_is_in_one_part_though_by_others() {
        let found = spread(&[(0, 0), (1, 0), (1, 1), (2, 1), (4, 5)], 3);
        let with = |one: &EmployeeKey| found.iter().find(|part| part.people.contains(one));
        let first = with(&person(0)).unwrap();
        assert!(
            [person(1), person(2)]
                .iter()
                .all(|one| first.people.contains(one))
        );
        assert!(
            [name(0), name(1)]
                .iter()
                .all(|one| first.names.contains(one))
        );
        assert!(with(&person(4)).unwrap().names.contains(&name(5)));
    }

    proptest! {
        #[test]
        fn everybody_and_every_name_is_in_exactly_one_part_and_ties_hold(
            ties in prop::collection::vec((0_usize..6, 0_usize..6), 0..12),
            count in 1_usize..5,
        ) {
            let found = spread(&ties, count);
            prop_assert!(found.len() <= count);
            let people: Vec<_> = found.iter().flat_map(|part| part.people.clone()).collect();
            let names: Vec<_> = found.iter().flat_map(|part| part.names.clone()).collect();
            prop_assert_eq!((people.len(), names.len()), (6, 6));
            let different: BTreeSet<_> = people.iter().map(EmployeeKey::as_str).collect();
            prop_assert_eq!(different.len(), 6);
            for (one, other) in ties {
                let part = found.iter().find(|part| part.people.contains(&person(one)));
                prop_assert!(part.unwrap().names.contains(&name(other)));
            }
        }
    }
}
