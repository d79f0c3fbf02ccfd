//! One file a verb: what it needs, in what order. `dispatch` leads to them; `failure` says what went wrong.

mod accounts_allow_shared;
mod accounts_exclude;
mod accounts_export;
mod accounts_history;
mod accounts_import;
mod accounts_list;
mod accounts_undo;
mod check_report;
mod completions;
mod config_ask;
mod config_check;
mod config_get;
mod config_list;
mod config_set;
mod config_unset;
mod context;
mod days;
#[cfg(feature = "sandbox")]
mod demo;
#[cfg(feature = "sandbox")]
mod demo_office;
mod dispatch;
mod employee_option;
mod employees_list;
mod employees_sync;
mod exit;
mod failure;
mod frozen;
mod generated;
mod kot_reading;
mod link_kinds;
mod log_file;
mod logs_check;
mod logs_differences;
mod logs_list;
mod man;
mod metrics;
mod operator;
mod ping;
mod profile;
mod punches_drop;
mod punches_list;
mod punches_send;
mod punches_show;
mod relay_loop;
mod relay_rehearse;
mod relay_run;
mod relay_status;
mod relay_unfreeze;
mod released;
#[cfg(feature = "sandbox")]
mod sandbox;
mod schema;
mod services;
mod signals;
mod start;
mod state_backup;
mod state_restore;
mod units;
mod view;
mod whole_file;

pub use context::Context;
pub use dispatch::run;
pub use exit::Exit;
pub use failure::Failure;
pub use start::start;
