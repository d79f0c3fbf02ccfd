//! What a command that fails must tell: a code for scripts, a sentence and a remedy, in both languages, no secret.

use serde_json::Value;

use super::office::Office;
use super::ran::Ran;

impl Office {
    /// The command ends with that code. What it tells bears that name, as an object in Japanese, and stands
    /// there as sentences in English, each time with something to do; and no secret stands in any of it.
    #[track_caller]
    pub(crate) fn fails(&self, words: &[&str], exit: i32, name: &str) -> &Self {
        let said = |options: [&str; 4]| {
            let ran = self.run(&[words, &options].concat()).exits(exit);
            self.keeps_secrets(&ran);
            ran
        };
        let ran = said(["--lang", "ja", "--format", "json"]);
        let object = error_object(&ran, name);
        assert_eq!(object["exit"], exit, "{}", ran.told());
        for field in ["message", "remedy"] {
            assert_is_said(text(&object[field]), "ja", &ran);
        }
        let ran = said(["--lang", "en", "--format", "table"]);
        for start in ["error: ", "What to do: "] {
            let line = ran
                .stderr()
                .lines()
                .find_map(|line| line.strip_prefix(start));
            assert_is_said(line.unwrap_or_default(), "en", &ran);
        }
        self
    }

    /// `config check` ends with that code and finds this wrong, with something to do.
    #[track_caller]
    pub(crate) fn check_finds(&self, exit: i32, check: &str) -> &Self {
        let ran = self
            .run(&["config", "check", "--format", "json"])
            .exits(exit);
        self.keeps_secrets(&ran);
        let document = ran.document("pcpunch.config-check.v1");
        let mut lines = document["checks"].as_array().expect("checks").iter();
        let found = lines.find(|line| line["check"] == check && line["result"] == "wrong");
        let found = found.unwrap_or_else(|| panic!("{check} is not wrong\n{}", ran.told()));
        for field in ["message", "remedy"] {
            assert_is_said(text(&found[field]), "ja", &ran);
        }
        self
    }

    /// Neither stream bears one of the relay's secrets.
    #[track_caller]
    pub(super) fn keeps_secrets(&self, ran: &Ran) {
        for secret in self.secrets() {
            let told = ran.stdout().contains(&secret) || ran.stderr().contains(&secret);
            assert!(!told, "{secret} is told\n{}", ran.told());
        }
    }
}

#[track_caller]
fn error_object(ran: &Ran, name: &str) -> Value {
    let objects = ran.stderr().lines().filter_map(|line| {
        let object: Value = serde_json::from_str(line).ok()?;
        (object["schema"] == "pcpunch.error.v1").then_some(object)
    });
    let found: Vec<Value> = objects.collect();
    let of_name = found.iter().find(|object| object["code"] == name);
    of_name
        .unwrap_or_else(|| panic!("no error object {name}\n{}", ran.told()))
        .clone()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Words of that language, and not the key of a text that the catalogue lacks.
#[track_caller]
fn assert_is_said(text: &str, lang: &str, ran: &Ran) {
    let is_of_language = match lang {
        // A command to type is the same in both.
        "ja" => !text.is_ascii() || text.starts_with("pcpunch "),
        _ => text.contains(' '),
    };
    let is_filled = !text.contains("{ $") && !text.contains("{$");
    assert!(
        is_of_language && is_filled,
        "{lang}: {text:?}\n{}",
        ran.told()
    );
}
