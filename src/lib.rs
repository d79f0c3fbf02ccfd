//! pcpunch takes the logon and logoff logs that MaLion gathers from company PCs and puts them as
//! punches (打刻) into KING OF TIME, each one once.
//!
//! Logs come in on the left, punches leave on the right, and what is remembered stands in the middle:
//!
//! ```text
//!            MaLion ──▶ malion/ ─┐                       ┌─▶ kot/ ──▶ KING OF TIME
//!   a CSV of logs ──▶ csv/ ──────┤                       │
//!                                ▼                       │
//!                            relay/collect ▶ decide ▶ deliver ▶ settle
//!                                │      (domain/: rules, no I/O)
//!                                ▼                       │
//!                              state/  one SQLite file ◀─┘──▶ check/ ──▶ output/
//! ```

/// Reads the three sides and holds them against each other.
pub mod check;
/// The whole command line as plain data.
pub mod cli;
/// The one place that knows the system clock.
pub mod clock;
/// One file a verb: what it needs, in what order.
pub mod commands;
/// Account and log files, and their encodings.
pub mod csv;
/// The words and the rules of the job.
pub mod domain;
/// One HTTP client for both services.
pub mod http;
/// KING OF TIME.
pub mod kot;
/// Messages in Japanese and English.
pub mod locale;
/// MaLion.
pub mod malion;
/// Tables, JSON and CSV: the only place that prints.
pub mod output;
/// The main job: collect, decide, deliver, settle.
pub mod relay;
/// A MaLion and a KING OF TIME on loopback.
#[cfg(feature = "sandbox")]
pub mod sandbox;
/// What the JSON documents hold.
pub mod schemas;
/// Every setting, its value and where it came from.
pub mod settings;
/// The SQLite file. All SQL is here.
pub mod state;
