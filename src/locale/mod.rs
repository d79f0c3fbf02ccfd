//! What people read, in Japanese and English. Rooms return values; the words for them are here only.

mod catalogue;
mod lang;
mod pages;
mod speak;
mod text;

pub use lang::Lang;
pub use pages::pages;
pub use speak::{Locale, disturbs, visible};
pub use text::{Text, Value};
