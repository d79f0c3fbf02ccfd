//! How results are shown: `Serialize` structs with their JSON documents, and tables as views of them.

pub(in crate::commands) mod check;
pub(in crate::commands) mod check_day;
pub(in crate::commands) mod config;
pub(in crate::commands) mod difference;
pub(in crate::commands) mod finding;
pub(in crate::commands) mod import;
pub(in crate::commands) mod import_history;
pub(in crate::commands) mod import_undo;
pub(in crate::commands) mod log;
pub(in crate::commands) mod names;
pub(in crate::commands) mod punch;
pub(in crate::commands) mod punch_way;
pub(in crate::commands) mod punches;
pub(in crate::commands) mod rehearse;
pub(in crate::commands) mod relay;
pub(in crate::commands) mod sync_history;
pub(in crate::commands) mod sync_line;
pub(in crate::commands) mod timeline;
