//! `relay rehearse`: what past logs would have made of days on which people punched themselves.

mod days;
mod month;
mod refused;

use serde_json::Value;

use crate::harness::{Office, Ran};

const SCHEMA: &str = "pcpunch.relay-rehearse.v1";

/// A rehearsal that ended well.
struct Rehearsal {
    ran: Ran,
    document: Value,
}

impl Office {
    /// Rehearses with these words.
    #[track_caller]
    fn rehearses(&self, words: &str) -> Rehearsal {
        let words = format!("relay rehearse {words} --format json");
        let ran = self.run(&words.split(' ').collect::<Vec<_>>()).exits(0);
        let document = ran.document(SCHEMA);
        Rehearsal { ran, document }
    }
}

impl Rehearsal {
    /// The sums under those settings are exactly these: kind, outcome, count, and median and largest gap where
    /// there are any.
    #[track_caller]
    fn sums(self, settings: &str, expected: &[&str]) -> Self {
        let result = self.result(settings);
        let told: Vec<String> = list(&result["sums"]).iter().flat_map(counts).collect();
        assert_eq!(told, expected, "{}", self.ran.told());
        self
    }

    /// What differs under those settings is exactly this: day, code, kind, outcome, ours, KING OF TIME's, gap,
    /// reason.
    #[track_caller]
    fn days(self, settings: &str, expected: &[&str]) -> Self {
        let result = self.result(settings);
        let told: Vec<String> = list(&result["days"]).iter().map(day).collect();
        assert_eq!(told, expected, "{}", self.ran.told());
        self
    }

    fn result(&self, settings: &str) -> Value {
        let results = list(&self.document["results"]);
        let found = results.into_iter().find(|one| one["settings"] == settings);
        found.unwrap_or_else(|| panic!("no {settings}\n{}", self.ran.told()))
    }
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// `1 later 4 30/30` of each count that is not nought.
fn counts(kind: &Value) -> Vec<String> {
    let outcomes = ["same", "earlier", "later", "missing", "extra", "open"];
    let told = outcomes.into_iter().filter_map(|outcome| {
        let count = &kind[outcome];
        let number = count["count"].as_u64().filter(|count| *count > 0)?;
        let gaps = match outcome {
            "same" | "missing" | "extra" | "open" => String::new(),
            _ => format!(" {}/{}", count["median_minutes"], count["largest_minutes"]),
        };
        Some(format!("{} {outcome} {number}{gaps}", kind["kind"]))
    });
    told.collect()
}

fn day(day: &Value) -> String {
    let clock = |value: &Value| {
        value
            .as_str()
            .map_or("-".to_owned(), |time| time[5..16].replace('T', " "))
    };
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let minutes = day["minutes"]
        .as_i64()
        .map_or("-".to_owned(), |m| m.to_string());
    [
        word(&day["work_day"])[5..].to_owned(),
        word(&day["employee_code"]),
        day["kind"].to_string(),
        word(&day["outcome"]),
        clock(&day["ours"]),
        clock(&day["kot"]),
        minutes,
        word(&day["reason"]),
    ]
    .join(" ")
}

#[test]
fn of_two_settings_over_a_month_of_punches_by_hand_the_better_one_is_plain() {
    let office = month::office();
    let before = office.state();
    office.sandbox.kot.clear_requests();
    let malion = office.sandbox.malion.requests().len();

    let month = "--from 2024-12-02 --to 2024-12-27";
    let nights = "--set punch.night_shift_hours=0,2000=12";
    let clock_ins = ["1 same 259", "1 later 4 30/30", "1 extra 1"];
    let rehearsal = office
        .rehearses(&format!("{month} {nights}"))
        .sums(
            "as-set",
            &[&clock_ins[..], &["2 same 199", "2 missing 65"]].concat(),
        )
        .sums(
            "tried",
            &[&clock_ins[..], &["2 same 263", "2 missing 1"]].concat(),
        )
        .days(
            "tried",
            &[
                "12-02 1001 1 later 12-02 08:43 12-02 08:13 30 -",
                "12-09 1001 1 later 12-09 09:08 12-09 08:38 30 -",
                "12-16 1001 1 later 12-16 08:53 12-16 08:23 30 -",
                "12-23 1001 1 later 12-23 09:18 12-23 08:48 30 -",
                "12-04 1002 1 extra 12-04 08:56 - - -",
                "12-06 1003 2 missing - 12-06 18:15 - no-logoff",
            ],
        );
    let tried = &rehearsal.document["tried"][0];
    assert_eq!(
        (&tried["key"], &tried["as_set"], &tried["tried"]),
        (
            &"punch.night_shift_hours".into(),
            &"0".into(),
            &"0,2000=12".into()
        )
    );
    let person = &rehearsal.result("as-set")["people"][13];
    assert_eq!(
        (&person["employee_code"], &person["work_days"]),
        (&month::code(13).into(), &16.into())
    );
    assert_eq!(counts(&person["kinds"][1]), ["2 missing 16"]);

    assert_eq!(
        office.sandbox.kot.requests().len(),
        1,
        "one reading for all"
    );
    assert_eq!(
        office.sandbox.malion.requests().len(),
        malion,
        "MaLion is not asked"
    );
    assert_eq!(office.posts(), 0);
    assert_eq!(office.state(), before, "the state file is as it was");

    let words = format!("relay rehearse {month} {nights}");
    let words: Vec<&str> = words.split(' ').collect();
    let said = office.run(&words).exits(0);
    said.says(
        "KING OF TIME の打刻 527件のうち、一致するのは現在の設定で 458件、試した設定で 522件です。",
    )
    .says("punch.night_shift_hours = 0,2000=12 (現在は 0)");
    let english = [&words[..], &["--lang", "en"]].concat();
    office
        .run(&english)
        .exits(0)
        .says("of 527 punches in KING OF TIME, 458 are the same as set now, and 522 as tried.");
}
