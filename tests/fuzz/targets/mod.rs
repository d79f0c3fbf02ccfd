//! What comes from outside, each kind put to the part of the program that reads it. A target takes any bytes and
//! panics where what was read breaks a promise; libFuzzer and the tests call the same ones.

mod account_file;
mod command_line;
#[allow(
    clippy::duplicate_mod,
    reason = "under libFuzzer the suite is not there"
)]
#[path = "../../all/accounts/company.rs"]
mod company;
mod kot_answer;
mod log_file;
mod malion_answer;
mod profile;
mod settings;
mod shown;

/// A promise about any bytes.
pub(crate) type Target = fn(&[u8]);

/// All targets, by the names of their corpora.
pub(crate) const ALL: [(&str, Target); 8] = [
    ("account_file", account_file::read),
    ("command_line", command_line::read),
    ("kot_answer", kot_answer::read),
    ("log_file", log_file::read),
    ("malion_answer", malion_answer::read),
    ("profile", profile::read),
    ("settings", settings::read),
    ("shown", shown::read),
];

/// The target of that name.
#[allow(dead_code, reason = "the tests go through all, libFuzzer runs one")]
pub(crate) fn of_name(name: &str) -> Target {
    let found = ALL.into_iter().find(|(known, _)| *known == name);
    found.expect("a target of that name").1
}
