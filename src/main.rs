//! The program: it reads its command line, runs the command and ends with its code.

use std::ffi::OsString;
use std::process::ExitCode;

use pcpunch::commands;
use pcpunch::settings::Environment;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    commands::start(&words, Environment::of_process()).into()
}
