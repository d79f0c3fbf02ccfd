//! KING OF TIME's side: one reading for the whole range, not one a person.

use std::collections::btree_map::Entry;

use crate::domain::reconcile::KotSide;
use crate::kot::{self, Kot};

use super::Scope;

/// Reads what KING OF TIME shows of the range, of everybody or of the one person who is looked at.
///
/// # Errors
/// Any [`kot::Error`]; a part that fails spoils the whole reading.
pub fn read(kot: &Kot<'_>, scope: &Scope) -> Result<KotSide, kot::Error> {
    let only = scope.employee.as_ref().map(std::slice::from_ref);
    let reading = kot.time_records(scope.from, scope.to, only)?;
    let mut side = KotSide {
        began: Some(reading.began),
        ..KotSide::default()
    };
    for (day, people) in reading.days {
        side.days.insert(day);
        for (employee, records) in people {
            match side.records.entry((employee, day)) {
                Entry::Vacant(first) => _ = first.insert(records),
                Entry::Occupied(mut more) => more.get_mut().extend(records),
            }
        }
    }
    Ok(side)
}
