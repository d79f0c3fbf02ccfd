//! One file a verb: what it needs, in what order. `dispatch` leads to them; `failure` says what went wrong.

mod accounts_export;
mod accounts_import;
mod accounts_list;
mod completions;
mod config_check;
mod config_get;
mod config_list;
mod config_set;
mod config_unset;
mod config_view;
mod context;
mod dispatch;
mod employees_list;
mod employees_sync;
mod exit;
mod failure;
mod generated;
mod import_view;
mod link_kinds;
mod man;
mod released;
mod services;
mod start;

pub use context::Context;
pub use dispatch::run;
pub use exit::Exit;
pub use failure::Failure;
pub use start::start;
