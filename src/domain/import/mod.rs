//! Importing the account-link file: what its rows change, or everything that is wrong with them.

mod damage;
mod holders;
mod names;
mod originals;
mod people;
mod plan;
mod reading;
mod row;

pub use plan::{Accepted, Change, Choices, ImportPlan, Known, PassedOn, accept};
pub use row::{CellError, Detail, Person, Problem, Row, column};

#[cfg(test)]
mod tests;
