//! Files of comma-separated values: the account links, exported logs, and the encodings both come in.

pub mod accounts;
pub mod encoding;
pub mod logs;
mod sheet;

pub use encoding::Encoding;
