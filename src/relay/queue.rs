//! Who waits for a lane: people, each with their punches in order.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::domain::employee::EmployeeKey;
use crate::domain::punch::{Punch, TimeRecord};
use crate::domain::time::WorkDay;

/// Somebody's punches that are due, and what their days have come to in this round. It stays with the person
/// from one punch to the next, whichever lane serves it: what KING OF TIME just took is in no reading yet.
#[derive(Debug, Default)]
pub(super) struct Person {
    /// What is left, in order of work day and time.
    pub(super) punches: VecDeque<Punch>,
    /// Days on which nothing more goes in this round.
    pub(super) held_days: BTreeSet<WorkDay>,
    /// What KING OF TIME took in this round, after the reading, by day.
    pub(super) taken: BTreeMap<WorkDay, Vec<TimeRecord>>,
}

/// Each person's punches in order of work day and time; people in the order of their first punch.
pub(super) fn queue_by_person(mut due: Vec<Punch>) -> VecDeque<Person> {
    due.sort_by_key(|punch| (punch.work_day, punch.time, punch.kind));
    let mut queue: VecDeque<Person> = VecDeque::new();
    let mut places: BTreeMap<EmployeeKey, usize> = BTreeMap::new();
    for punch in due {
        let place = *places.entry(punch.employee.clone()).or_insert_with(|| {
            queue.push_back(Person::default());
            queue.len() - 1
        });
        if let Some(person) = queue.get_mut(place) {
            person.punches.push_back(punch);
        }
    }
    queue
}
