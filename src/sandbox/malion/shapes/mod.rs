//! MaLions of other shapes than the assumed one, each as strict, each with its own wire.

pub(super) mod codes_in_query;
pub(super) mod cursor_and_form;
pub(super) mod pages_of_csv;
mod questions;
mod shape;

pub use shape::Shape;
