//! MaLion's side: what people did at PCs on which they neither logged on nor off.

use std::collections::BTreeSet;

use crate::domain::employee::EmployeeKey;
use crate::domain::finding::Finding;
use crate::domain::other_operation::Tally;
use crate::domain::picture::Material;
use crate::domain::time::Jst;
use crate::malion::{self, Category, Malion};

use super::Scope;

/// Asks MaLion once for all operations of the range, counts those of these people, and keeps none.
///
/// # Errors
/// Any [`malion::Error`]; nothing is told then.
pub fn other_operations(
    malion: &Malion<'_>,
    material: &Material,
    people: &BTreeSet<EmployeeKey>,
    scope: &Scope,
    now: Jst,
) -> Result<Vec<Finding>, malion::Error> {
    let mut tally = Tally::new(material, people, scope.from..=scope.last_over(now));
    let midnight = chrono::NaiveTime::MIN;
    let from = scope.from.begins_at(midnight);
    // A work day may end as late as its border on the day after, and its operations come later still.
    let until = scope.to.next().next().begins_at(midnight).min(now);
    malion.read(from, until, Category::All, |page| {
        page.iter().for_each(|log| tally.count(log));
        Ok::<(), malion::Error>(())
    })?;
    Ok(tally.findings())
}
