//! What the JSON documents hold, as JSON Schemas (draft 2020-12). A part that several documents have is written
//! once, and put below each schema that needs it, so that each can be used alone.

use std::collections::BTreeMap;

use crate::domain::spelling;

/// The schema of one version of a document. More fields than it names may come; none that it names goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schema {
    name: &'static str,
    text: &'static str,
}

macro_rules! documents {
    ($($name:literal),* $(,)?) => {
        [$(Schema {
            name: concat!("pcpunch.", $name),
            text: include_str!(concat!("schemas/", $name, ".json")),
        }),*]
    };
}

macro_rules! parts {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("schemas/parts/", $name, ".json")))),*]
    };
}

/// Every schema, by name.
pub const ALL: [Schema; 22] = documents![
    "accounts-allow-shared.v1",
    "accounts-exclude.v1",
    "accounts-history.v1",
    "accounts-import.v1",
    "accounts-list.v1",
    "accounts-undo.v1",
    "config-check.v1",
    "config-list.v1",
    "employees-list.v1",
    "employees-sync.v1",
    "error.v1",
    "logs-ack.v1",
    "logs-check.v1",
    "logs-differences.v1",
    "logs-list.v1",
    "punches-list.v1",
    "punches-show.v1",
    "relay-rehearse.v1",
    "relay-run.v1",
    "relay-unfreeze.v1",
    "schema-list.v1",
    "status.v1",
];

/// The parts that schemas point to as `#/$defs/…`.
const PARTS: [(&str, &str); 33] = parts![
    "account-change",
    "count",
    "day",
    "day-end",
    "day-status",
    "employee",
    "employee-code",
    "evidence",
    "exit",
    "fate",
    "finding",
    "finding-code",
    "freeze-cause",
    "kot-punch",
    "link",
    "link-code",
    "link-label",
    "log",
    "minute",
    "moment",
    "origin",
    "punch",
    "punch-kind",
    "punch-state",
    "refused-cell",
    "rehearsed-count",
    "rehearsed-kind",
    "released",
    "setting",
    "sync-counts",
    "sync-facts",
    "sync-limit",
    "sync-line",
];

/// How a schema points to a part.
const POINTER: &str = "\"#/$defs/";

impl Schema {
    /// The schema of that name: `pcpunch.relay-run.v1`, `relay-run.v1` or `relay-run`.
    pub fn named(name: &str) -> Option<Self> {
        ALL.into_iter()
            .find(|schema| schema.names().contains(&name))
    }

    /// The schema whose name is spelt most like `name`, unless none is much like it.
    pub fn nearest(name: &str) -> Option<Self> {
        let known = ALL.into_iter();
        spelling::nearest(
            name,
            known.flat_map(|schema| schema.names().map(|known| (known, schema))),
        )
    }

    /// Its name as the document itself bears it: `pcpunch.relay-run.v1`.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// The document's name without the version: `relay-run`.
    pub fn document(self) -> &'static str {
        let versioned = self.versioned();
        versioned
            .rsplit_once('.')
            .map_or(versioned, |(name, _)| name)
    }

    /// All by which it goes.
    fn names(self) -> [&'static str; 3] {
        [self.name, self.versioned(), self.document()]
    }

    fn versioned(self) -> &'static str {
        self.name
            .split_once('.')
            .map_or(self.name, |(_, name)| name)
    }

    /// The schema with every part that it points to, or that these point to.
    pub fn whole(self) -> String {
        let parts = parts_of(self.text);
        let body = self.text.trim_end().trim_end_matches('}').trim_end();
        let parts: Vec<String> = parts
            .into_iter()
            .map(|(name, text)| {
                format!(
                    "    \"{name}\": {}",
                    text.trim_end().replace('\n', "\n    ")
                )
            })
            .collect();
        format!(
            "{body},\n  \"$defs\": {{\n{}\n  }}\n}}\n",
            parts.join(",\n")
        )
    }
}

/// The parts to which a text points, and those to which they do, by name.
fn parts_of(text: &'static str) -> BTreeMap<&'static str, &'static str> {
    let mut found = BTreeMap::new();
    let mut texts = vec![text];
    while let Some(text) = texts.pop() {
        let pointed_to = text.split(POINTER).skip(1);
        let pointed_to = pointed_to.filter_map(|rest| rest.split('"').next());
        for name in pointed_to {
            let part = PARTS.into_iter().find(|(part, _)| *part == name);
            if let Some((name, text)) = part
                && found.insert(name, text).is_none()
            {
                texts.push(text);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use serde_json::Value;

    use super::{ALL, PARTS, Schema, parts_of};

    #[test]
    fn a_schema_is_found_by_each_of_its_names_and_by_what_is_nearly_one() {
        for (name, found, nearest) in [
            ("pcpunch.relay-run.v1", "pcpunch.relay-run.v1", "relay-run"),
            ("relay-run.v1", "pcpunch.relay-run.v1", "relay-run"),
            ("relay-run", "pcpunch.relay-run.v1", "relay-run"),
            ("status", "pcpunch.status.v1", "status"),
            ("relay-runn", "", "relay-run"),
            ("relay-run.v2", "", "relay-run"),
            ("pcpunch.eror.v1", "", "error"),
            ("run", "", ""),
            ("", "", ""),
        ] {
            let named = Schema::named(name).map_or("", Schema::name);
            let alike = Schema::nearest(name).map_or("", Schema::document);
            assert_eq!((named, alike), (found, nearest), "{name}");
        }
    }

    #[test]
    fn every_schema_stands_alone_and_every_part_in_a_schema() {
        let mut used = BTreeSet::new();
        for schema in ALL {
            let whole: Value = serde_json::from_str(&schema.whole()).unwrap();
            let parts = whole["$defs"].as_object().unwrap();
            for pointer in schema.whole().split("\"#/$defs/").skip(1) {
                let name = pointer.split('"').next().unwrap();
                assert!(parts.contains_key(name), "{}: {name}", schema.name());
            }
            used.extend(parts_of(schema.text).into_keys());
        }
        assert_eq!(used, PARTS.map(|(name, _)| name).into());
    }

    #[test]
    fn every_file_of_a_schema_and_of_a_part_is_in_the_program() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/schemas");
        let files = |folder: &Path| -> BTreeSet<String> {
            let entries = std::fs::read_dir(folder).unwrap();
            let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            names
                .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
                .collect()
        };
        let known = ALL.map(|schema| schema.versioned().to_owned());
        assert_eq!(files(&folder), known.into());
        let known = PARTS.map(|(name, _)| name.to_owned());
        assert_eq!(files(&folder.join("parts")), known.into());
    }
}
