//! `pcpunch.config-check.v1`

use serde::Serialize;
use serde_json::Value;

use crate::commands::Exit;
use crate::commands::view::config::Row;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};

use super::line::{Line, Result};

/// The lines in the language of the output.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Report {
    settings: Vec<Row>,
    checks: Vec<Check>,
    exit: u8,
}

#[derive(Clone, Debug, Serialize)]
struct Check {
    check: &'static str,
    result: Result,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<Value>,
}

impl Report {
    /// Puts the lines into words.
    pub(super) fn new(lines: &[Line], settings: Vec<Row>, exit: Exit, locale: &Locale) -> Self {
        let checks = lines.iter().map(|line| Check {
            check: line.check,
            result: line.result,
            message: locale.say(&line.message),
            remedy: line.remedy.as_ref().map(|remedy| locale.say(remedy)),
            found: line.facts.clone(),
        });
        Self {
            settings,
            checks: checks.collect(),
            exit: exit.code(),
        }
    }
}

impl View for Report {
    const SCHEMA: &'static str = "pcpunch.config-check.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut list = Table::default();
        for check in &self.checks {
            list.toned_row(check.result.tone(), check.found(locale));
            if let Some(remedy) = &check.remedy {
                let remedy = Text::new("check-remedy-line").with("remedy", remedy.as_str());
                list.row([String::new(), locale.say(&remedy)]);
            }
        }
        list
    }

    fn csv<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("check", "word-check"),
            Column::new("result", "word-result"),
            Column::new("message", "word-found"),
            Column::new("remedy", "word-remedy"),
        ]);
        for check in &self.checks {
            table.row([
                check.check.to_owned(),
                check.result.name().to_owned(),
                check.message.clone(),
                check.remedy.clone().unwrap_or_default(),
            ]);
        }
        table
    }

    fn after(&self) -> Vec<Text> {
        let count = |result| {
            let with = self.checks.iter().filter(|check| check.result == result);
            with.count()
        };
        let counts = Text::new("check-counts")
            .with("ok", count(Result::Ok))
            .with("wrong", count(Result::Wrong))
            .with("untried", count(Result::Untried));
        vec![counts]
    }
}

impl Check {
    /// What came of it, and of what in which words.
    fn found(&self, locale: &Locale) -> [String; 2] {
        let line = Text::new("check-line")
            .with("name", Text::family("check-name", self.check))
            .with("message", self.message.as_str());
        let result = Text::family("check-result", self.result.name());
        [locale.say(&result), locale.say(&line)]
    }
}
