//! Who may know whom, as data.

/// The rooms, and for each those that it may know. `commands` knows all, and nobody knows it but the program.
pub(super) const MAY_KNOW: [(&str, &[&str]); 16] = [
    ("check", &["clock", "domain", "state", "malion", "kot"]),
    ("cli", &["domain", "locale", "output"]),
    ("clock", &["domain"]),
    (
        "commands",
        &[
            "check", "cli", "clock", "csv", "domain", "http", "kot", "locale", "malion", "output",
            "relay", "sandbox", "schemas", "settings", "state",
        ],
    ),
    ("csv", &["domain"]),
    ("domain", &[]),
    ("http", &["domain"]),
    ("kot", &["clock", "domain", "http"]),
    ("locale", &[]),
    ("malion", &["clock", "csv", "domain", "http"]),
    ("output", &["domain", "locale"]),
    (
        "relay",
        &["clock", "csv", "domain", "kot", "malion", "state"],
    ),
    ("sandbox", &["domain"]),
    ("schemas", &["domain"]),
    ("settings", &["domain", "state"]),
    ("state", &["domain"]),
];

/// The only room that prints.
pub(super) const PRINTS: &str = "output";

/// No file is longer, in lines.
pub(super) const LONGEST_FILE: usize = 400;
