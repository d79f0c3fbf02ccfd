//! Every setting, what it may be and what it may not.

use super::{Error, Key};

/// Every setting, values that it may have and values that it may not.
const TABLE: [(&str, &[&str], &[&str]); 48] = [
    ("company.id", &["A-100", "株式会社 例"], &["", " x", "a\nb"]),
    ("company.name", &["例 株式会社"], &["", "x "]),
    ("link.employees", &["on", "off"], &["", "ON", "true", "1"]),
    ("link.punches", &["on", "off"], &["yes"]),
    ("link.breaks", &["on", "off"], &["no"]),
    ("link.malion", &["on", "off"], &["0"]),
    ("link.smarton", &["on", "off"], &["オン"]),
    ("link.lanscope", &["on", "off"], &["on "]),
    ("display.language", &["ja", "en", "auto"], &["", "jp", "JA"]),
    (
        "malion.host",
        &["malioncloud0000.intercom.co.jp", "relay", "10.0.0.7"],
        &[
            "",
            "https://x.example",
            "x.example/",
            "x.example:443",
            "-x",
            "a..b",
            "ホスト",
        ],
    ),
    (
        "malion.admin_code",
        &["abc123", "a/b+c="],
        &["", "a b", "a\tb", "コード"],
    ),
    ("malion.secret_code", &["abc123"], &["", "abc "]),
    (
        "malion.base_url",
        &["https://relay.example/malion", "http://127.0.0.1:8080"],
        &[
            "",
            "relay.example",
            "http://relay.example",
            "https://me:pw@relay.example",
        ],
    ),
    ("malion.support_id", &["S-1"], &[""]),
    ("malion.profile", &["/etc/pcpunch/malion.toml"], &[""]),
    (
        "malion.lookback_days",
        &["1", "14", "92"],
        &["", "0", "93", "-1", "1.5", "１"],
    ),
    ("malion.reread_hours", &["0", "6"], &["169", "+1"]),
    ("malion.require_link_code", &["on", "off"], &["maybe"]),
    (
        "kot.base_url",
        &[
            "https://api.kingtime.jp/v1.0",
            "http://localhost:1",
            "http://[::1]:9",
        ],
        &[
            "",
            "http://api.kingtime.jp/v1.0",
            "ftp://localhost",
            "https://x/?a=b",
            "https://x/#a",
        ],
    ),
    ("kot.token", &["0123456789abcdef"], &["", "two words"]),
    (
        "kot.closed_hours",
        &[
            "none",
            "08:30-10:00,17:30-18:30",
            "08:30-10:00, 10:00-11:00",
        ],
        &[
            "",
            "8:30-10:00",
            "10:00-08:30",
            "08:30-10:00,09:00-11:00",
            "08:30",
            "24:00-25:00",
        ],
    ),
    ("kot.closed_guard_seconds", &["0", "60"], &["3601"]),
    ("kot.unknown_minutes", &["1", "30"], &["0", "1441"]),
    ("kot.lanes", &["1", "64"], &["0", "65"]),
    ("kot.punches_per_5min", &["1", "2000"], &["0"]),
    ("kot.requests_per_5min", &["500"], &["0", "x"]),
    (
        "logs.ignore_users",
        &["Administrator", "Administrator,vendor*"],
        &["", "a,,b", ","],
    ),
    (
        "punch.since",
        &["2024-12-17"],
        &["", "2024/12/17", "2024-12-7", "tomorrow"],
    ),
    ("punch.max_age_days", &["0", "14", "9999"], &["10000"]),
    ("punch.policy", &["settled", "rolling"], &["", "Rolling"]),
    ("punch.clock_in", &["at_once", "settled"], &["at once"]),
    (
        "punch.day_border",
        &["division", "05:00", "00:00"],
        &["", "5:00", "24:00", "05:00:00"],
    ),
    ("punch.settle_minutes", &["0", "360", "2880"], &["2881"]),
    (
        "punch.quiet_hours",
        &["none", "00:00-05:00"],
        &["", "22:00-05:00", "00:00-05:00,06:00-07:00"],
    ),
    (
        "punch.night_shift_hours",
        &["0", "12", "0,2000=12", "2000=12", "20"],
        &["", "21", "1,2", "=12", "2000=", "2000=12,2000=11"],
    ),
    ("punch.break_minutes", &["1", "60"], &["0"]),
    ("punch.in_closed_hours", &["wait", "send"], &["never"]),
    ("check.in_minutes", &["0", "15"], &["1441"]),
    ("check.out_minutes", &["0", "15"], &["x"]),
    ("state.keep_days", &["92", "1130"], &["91"]),
    (
        "ping.url",
        &["https://ping.example/abc"],
        &["", "http://ping.example/abc"],
    ),
    (
        "http.proxy",
        &[
            "system",
            "none",
            "http://proxy:8080",
            "http://me:pw@proxy:8080",
        ],
        &["", "proxy:8080", "ftp://proxy"],
    ),
    ("http.ca_file", &["system", "/etc/ssl/company.pem"], &[""]),
    ("http.timeout_seconds", &["1", "600"], &["0", "601"]),
    ("kot.token", &["-----"], &["\u{0}"]),
    (
        "kot.token_command",
        &[
            "pass show kot",
            "'/opt/my tool/get' \"a b\" c\\ d",
            "echo $X|y",
        ],
        &["", " ", " pass", "pass 'show", "'' x", "a\nb"],
    ),
    ("malion.admin_code_command", &["/bin/get admin"], &["\""]),
    ("malion.secret_code_command", &["/bin/get secret"], &["'"]),
];

#[test]
fn every_setting_takes_what_it_may_be_and_nothing_else() {
    for key in Key::ALL {
        assert!(
            TABLE.iter().any(|(name, ..)| *name == key.name()),
            "{}",
            key.name()
        );
    }
    for (name, good, bad) in TABLE {
        let key = Key::of_name(name).unwrap();
        for value in good {
            assert!(key.check(value).is_ok(), "{name} {value:?}");
        }
        for value in bad {
            assert!(key.check(value).is_err(), "{name} {value:?}");
        }
    }
}

#[test]
fn every_default_is_allowed() {
    for key in Key::ALL {
        assert!(
            key.default_value().is_none_or(|value| key.allows(value)),
            "{}",
            key.name()
        );
    }
}

#[test]
fn an_unknown_key_is_answered_with_the_nearest() {
    for (asked, nearest) in [
        ("kot.tokne", Some("kot.token")),
        ("malion.hosts", Some("malion.host")),
        ("punch.quiet", Some("punch.quiet_hours")),
        ("zzzz", None),
    ] {
        let Err(Error::UnknownKey { nearest: found, .. }) = Key::of_name(asked) else {
            panic!("{asked} is a key");
        };
        assert_eq!(found.map(Key::name), nearest, "{asked}");
    }
}

#[test]
fn the_variable_is_the_key_in_capitals() {
    assert_eq!(
        Key::KotPunchesPer5Min.variable(),
        "PCPUNCH_KOT_PUNCHES_PER_5MIN"
    );
}

#[test]
fn what_is_suggested_is_allowed_and_is_said_once() {
    for key in Key::ALL {
        let mut values = key.suggested();
        for value in &values {
            assert!(key.check(value).is_ok(), "{}: {value}", key.name());
        }
        let all = values.len();
        values.sort_unstable();
        values.dedup();
        assert_eq!(values.len(), all, "{}", key.name());
        assert!(!key.is_secret() || values.is_empty(), "{}", key.name());
    }
}
