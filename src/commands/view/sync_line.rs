//! How a line of a sync is shown, of one that is just made or of one in the history.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::sync::{Facts, Happening};
use crate::locale::{Locale, Text};

/// The order in which facts are told; `employee_key` tells people nothing.
const FACTS: [&str; 6] = [
    "employee_code",
    "name",
    "division",
    "hired",
    "resigned",
    "emails",
];

/// What happened to one person, as the plan of a sync has it.
#[derive(Debug, Deserialize)]
pub(in crate::commands) struct SyncLine {
    change: String,
    employee_code: String,
    name: String,
    #[serde(default)]
    before: BTreeMap<String, String>,
    #[serde(default)]
    after: BTreeMap<String, String>,
}

impl SyncLine {
    /// A line of a plan.
    pub(in crate::commands) fn of(happening: &Happening) -> Self {
        let owned = |facts: &Facts| {
            let owned = |(field, value): (&str, &str)| (field.to_owned(), value.to_owned());
            facts.iter().map(owned).collect()
        };
        Self {
            change: happening.change.name().to_owned(),
            employee_code: happening.code.to_string(),
            name: happening.name.clone(),
            before: owned(&happening.before),
            after: owned(&happening.after),
        }
    }

    /// What happened, and to whom by code and name.
    pub(in crate::commands) fn who(&self, locale: &Locale) -> [String; 3] {
        let change = locale.say(&Text::family("sync-is", &self.change));
        [change, self.employee_code.clone(), self.name.clone()]
    }

    /// Before and after in a cell each, every fact under its name.
    pub(in crate::commands) fn sides(&self, locale: &Locale) -> [String; 2] {
        [&self.before, &self.after].map(|facts| {
            let known = FACTS.iter().filter_map(|field| {
                let value = facts.get(*field)?;
                Some(format!("{}: {value}", fact_name(field, locale)))
            });
            known.collect::<Vec<_>>().join(", ")
        })
    }

    /// What differs, before and after in one; without what the line says by its code and name.
    pub(in crate::commands) fn differences(&self, locale: &Locale) -> String {
        let said = |field: &str, value: &str| match field {
            "employee_code" => value == self.employee_code,
            "name" => value == self.name,
            _ => false,
        };
        let differing = FACTS.iter().filter_map(|field| {
            let (before, after) = (self.before.get(*field), self.after.get(*field));
            let value = match (before, after) {
                (Some(before), Some(after)) => format!("{before} → {after}"),
                (Some(before), None) => format!("{before} →"),
                (None, Some(after)) if said(field, after) => return None,
                (None, Some(after)) => after.clone(),
                (None, None) => return None,
            };
            Some(format!("{}: {value}", fact_name(field, locale)))
        });
        differing.collect::<Vec<_>>().join(", ")
    }
}

fn fact_name(field: &str, locale: &Locale) -> String {
    locale.say(&Text::family("sync-fact", field))
}
