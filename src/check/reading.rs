//! KING OF TIME's side: one reading for the whole range, not one a person.

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
            side.records.insert((employee, day), records);
        }
    }
    Ok(side)
}
