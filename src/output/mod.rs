//! The only room that prints: tables, JSON and CSV on stdout, speech on stderr.

mod ask;
mod colour;
mod document;
mod format;
mod help;
mod page;
mod print;
mod progress;
mod sentence;
mod table;
mod timeline;
mod view;
mod widths;

pub use colour::{Colour, Tone};
pub use format::Format;
pub use page::{Page, PageDay, Subject, Told, html};
pub use print::{Manner, Output};
pub use progress::Showing;
pub use timeline::{Bar, Mark, Stretch, Timeline};
pub use view::{Column, Row, Table, View};
