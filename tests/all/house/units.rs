//! The units and the crontab that `pcpunch units` prints: what they start, load and wait for.

use std::fs;
use std::path::Path;

use pcpunch::cli::UNITS;
use pcpunch::settings::Key;

use super::typed::wrong_line;

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/units");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// The value that a unit sets so.
fn value<'a>(unit: &'a str, key: &str) -> &'a str {
    let mut lines = unit.lines();
    let value = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
    value.unwrap_or_else(|| panic!("no {key}"))
}

#[test]
fn what_they_start_and_load_is_understood() {
    for name in UNITS {
        let text = read(name);
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let wrong: Vec<String> = lines.filter_map(wrong_line).collect();
        assert_eq!(wrong, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_services_load_every_secret_as_a_credential() {
    for name in ["pcpunch.service", "pcpunch-round.service"] {
        let unit = read(name);
        let keys = unit.lines().filter_map(|line| {
            let credential = line.strip_prefix("LoadCredential=")?;
            Some(credential.split(':').next().unwrap())
        });
        let mut loaded: Vec<&str> = keys.collect();
        let asked_for = ["kot.token", "malion.admin_code", "malion.secret_code"];
        loaded.sort_unstable();
        assert_eq!(loaded, asked_for, "{name}");
    }
}

#[test]
fn a_stop_waits_longer_than_any_answer_may_take() {
    let timeout = Key::of_name("http.timeout_seconds").unwrap();
    let timeout: u32 = timeout.default_value().unwrap().parse().unwrap();
    for name in ["pcpunch.service", "pcpunch-round.service"] {
        let stop: u32 = value(&read(name), "TimeoutStopSec").parse().unwrap();
        assert_eq!(stop, 2 * timeout + 30, "{name}");
    }
}

#[test]
fn the_two_services_are_hardened_alike() {
    let hardening = |name| {
        let unit = read(name);
        let from = unit.find("UMask=").unwrap();
        let to = unit.find("[Install]").unwrap_or(unit.len());
        unit[from..to].trim_end().to_owned()
    };
    assert_eq!(
        hardening("pcpunch.service"),
        hardening("pcpunch-round.service")
    );
}
