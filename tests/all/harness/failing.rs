//! What a command that fails must tell: a code for scripts, a sentence and a remedy in both languages, no secret.

use serde_json::Value;

use super::office::Office;
use super::ran::Ran;

impl Office {
    /// The command ends with that code. What it tells bears that name, as an object and as sentences, with
    /// something to do, in Japanese and in English; and no secret stands in any of it.
    #[track_caller]
    pub(crate) fn fails(&self, words: &[&str], exit: i32, name: &str) -> &Self {
        for (lang, error, remedy) in [
            ("ja", "エラー: ", "対処: "),
            ("en", "error: ", "What to do: "),
        ] {
            let said = |format| {
                let words = [words, &["--lang", lang, "--format", format]].concat();
                let ran = self.run(&words).exits(exit);
                self.keeps_secrets(&ran);
                ran
            };
            let ran = said("json");
            let object = error_object(&ran, name);
            assert_eq!(object["exit"], exit, "{}", ran.told());
            let message = sentence(&object["message"], lang, &ran);
            let to_do = sentence(&object["remedy"], lang, &ran);

            let ran = said("table");
            for line in [format!("{error}{message}"), format!("{remedy}{to_do}")] {
                assert!(ran.stderr().contains(&line), "{line:?}\n{}", ran.told());
            }
        }
        self
    }

    /// `config check` finds this, and nothing else that ends it with another code: the check, and the
    /// exit code of the command.
    #[track_caller]
    pub(crate) fn check_finds(&self, exit: i32, check: &str) -> &Self {
        for lang in ["ja", "en"] {
            let ran = self
                .run(&["config", "check", "--format", "json", "--lang", lang])
                .exits(exit);
            self.keeps_secrets(&ran);
            let document = ran.document("pcpunch.config-check.v1");
            let lines = document["checks"].as_array().expect("checks").iter();
            let wrong: Vec<&Value> = lines.filter(|line| line["result"] == "wrong").collect();
            let found = wrong.iter().find(|line| line["check"] == check);
            let found = found.unwrap_or_else(|| panic!("not found: {check}\n{}", ran.told()));
            sentence(&found["message"], lang, &ran);
            sentence(&found["remedy"], lang, &ran);
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

/// Words of that language, and not the key of a text that the catalogue lacks.
#[track_caller]
fn sentence<'a>(value: &'a Value, lang: &str, ran: &Ran) -> &'a str {
    let text = value.as_str().unwrap_or_default();
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
    text
}
