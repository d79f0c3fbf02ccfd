//! How settings are shown: `pcpunch.config-list.v1`, and what `config set` and `config unset` changed.

use serde::Serialize;

use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};
use crate::settings::{Key, Origin, Resolved};

/// One setting as it is shown.
#[derive(Clone, Debug, Serialize)]
pub(in crate::commands) struct Row {
    key: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    origin: Origin,
}

impl Row {
    /// What may be seen of a setting.
    pub(in crate::commands) fn of(resolved: &Resolved) -> Self {
        Self {
            key: resolved.key.name(),
            value: resolved.shown().map(str::to_owned),
            origin: resolved.origin,
        }
    }
}

/// Settings with their values and, where asked for, where these came from.
#[derive(Clone, Debug, Serialize)]
pub(in crate::commands) struct List {
    /// The settings.
    pub(in crate::commands) settings: Vec<Row>,
    /// Whether the table has a column of origins; JSON always has it.
    #[serde(skip)]
    pub(in crate::commands) origin: bool,
}

impl View for List {
    const SCHEMA: &'static str = "pcpunch.config-list.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        listed(self.settings.iter(), self.origin, locale)
    }
}

/// A row for each setting, with a column of origins or without.
fn listed<'s>(
    settings: impl Iterator<Item = &'s Row>,
    origin: bool,
    locale: &Locale,
) -> Table<'static> {
    let mut columns = vec![
        Column::new("key", "word-setting"),
        Column::new("value", "word-value"),
    ];
    if origin {
        columns.push(Column::new("origin", "word-origin"));
    }
    let mut table = Table::new(columns);
    for row in settings {
        let mut cells = vec![row.key.to_owned(), row.value.clone().unwrap_or_default()];
        if origin {
            cells.push(locale.say(&Text::family("origin", row.origin.name())));
        }
        table.row(cells);
    }
    table
}

/// One setting, for `config get`: its value alone, or a list of one.
#[derive(Clone, Debug, Serialize)]
pub(in crate::commands) struct One {
    settings: [Row; 1],
}

impl One {
    /// What may be seen of that setting.
    pub(in crate::commands) fn of(resolved: &Resolved) -> Self {
        Self {
            settings: [Row::of(resolved)],
        }
    }
}

impl View for One {
    const SCHEMA: &'static str = List::SCHEMA;

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        Table::default()
    }

    fn csv<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        listed(self.settings.iter(), true, locale)
    }

    fn after(&self) -> Vec<Text> {
        let values = self.settings.iter().filter_map(|row| row.value.as_deref());
        values
            .map(|value| Text::new("plain").with("text", value))
            .collect()
    }
}

/// One setting that was changed in the state file.
#[derive(Clone, Debug, Serialize)]
pub(in crate::commands) struct Change {
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(flatten)]
    row: Row,
    #[serde(skip)]
    same: bool,
}

impl Change {
    /// A change from what was stored to what is stored now, `None` being the default.
    pub(in crate::commands) fn new(key: Key, before: Option<&str>, after: Option<&str>) -> Self {
        let shown = |value: Option<&str>| {
            let value = value.or_else(|| key.default_value())?;
            Some(key.shown(value).to_owned())
        };
        let origin = if after.is_some() {
            Origin::State
        } else {
            Origin::Default
        };
        let row = Row {
            key: key.name(),
            value: shown(after),
            origin,
        };
        Self {
            before: shown(before),
            row,
            same: before == after,
        }
    }

    fn said(&self) -> Text {
        let value = |value: &Option<String>| match value {
            Some(value) => Text::new("plain").with("text", value.as_str()),
            None => Text::new("config-not-set"),
        };
        let text = if self.same {
            Text::new("config-unchanged")
        } else {
            Text::new("config-changed").with("before", value(&self.before))
        };
        text.with("key", self.row.key)
            .with("after", value(&self.row.value))
    }
}

/// What `config set` or `config unset` changed.
#[derive(Clone, Debug, Serialize)]
pub(in crate::commands) struct Changes {
    /// The settings that it named or took along.
    pub(in crate::commands) settings: Vec<Change>,
}

impl View for Changes {
    const SCHEMA: &'static str = List::SCHEMA;

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        Table::default()
    }

    fn csv<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        listed(self.settings.iter().map(|change| &change.row), true, locale)
    }

    fn after(&self) -> Vec<Text> {
        self.settings.iter().map(Change::said).collect()
    }
}
