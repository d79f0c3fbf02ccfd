//! What the schemas promise: each document has one, each field is told, and none of them ever goes.

use std::collections::BTreeSet;

use pcpunch::commands::Exit;
use pcpunch::domain::finding::Code;
use pcpunch::domain::pc_log::{Fate, LinkKind};
use pcpunch::domain::punch::{PunchKind, PunchState};
use pcpunch::domain::{comparison, freeze, import, sync};
use pcpunch::schemas::{self, Schema};
use serde_json::{Value, json};

use super::source::{Source, sources};

/// Every field of every document, with its type: a line each, sorted. A line that is here stays.
const FIELDS: &str = include_str!("fields.txt");

/// The documents of the contract that scripts rely on.
const CONTRACT: [&str; 14] = [
    "relay-run",
    "logs-check",
    "logs-list",
    "employees-sync",
    "employees-list",
    "accounts-list",
    "accounts-import",
    "punches-list",
    "status",
    "config-list",
    "config-check",
    "error",
    "logs-differences",
    "relay-rehearse",
];

/// All that stands in a schema, judged or told; what else does would be judged by nobody here.
const KEYWORDS: [&str; 16] = [
    "$schema",
    "$ref",
    "$defs",
    "title",
    "description",
    "type",
    "format",
    "pattern",
    "minimum",
    "const",
    "enum",
    "anyOf",
    "items",
    "required",
    "properties",
    "propertyNames",
];

fn whole(schema: Schema) -> Value {
    serde_json::from_str(&schema.whole()).expect("a schema is JSON")
}

/// The part of a schema that a pointer names, or the schema itself, with the part's name.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> (&'a Value, &'a str) {
    match schema["$ref"].as_str() {
        None => (schema, ""),
        Some(pointer) => {
            let name = pointer.trim_start_matches("#/$defs/");
            (&root["$defs"][name], name)
        }
    }
}

/// Calls with a schema and with every schema in it, and with where each stands.
fn walk(schema: &Value, place: &str, look: &mut impl FnMut(&str, &Value)) {
    look(place, schema);
    for keyword in ["properties", "$defs"] {
        for (name, inner) in schema[keyword].as_object().into_iter().flatten() {
            walk(inner, &format!("{place}/{name}"), look);
        }
    }
    for keyword in ["items", "propertyNames", "additionalProperties"] {
        if let Some(inner) = schema.get(keyword) {
            walk(inner, &format!("{place}/{keyword}"), look);
        }
    }
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        walk(choice, &format!("{place}/anyOf"), look);
    }
}

#[test]
fn every_document_of_the_program_and_of_the_contract_has_its_schema() {
    let named = |source: &Source| -> Vec<String> {
        let code = source.code();
        let code = code.split("mod tests {").next().unwrap_or_default();
        let literals = code.split('"').filter(|text| text.starts_with("pcpunch."));
        literals
            .filter(|text| {
                text.rsplit_once(".v")
                    .is_some_and(|(_, v)| v.parse::<u8>().is_ok())
            })
            .map(str::to_owned)
            .collect()
    };
    let in_source: BTreeSet<String> = sources("src").iter().flat_map(named).collect();
    let known: BTreeSet<String> = schemas::ALL.map(|schema| schema.name().to_owned()).into();
    assert_eq!(in_source, known);
    for name in CONTRACT {
        assert!(known.contains(&format!("pcpunch.{name}.v1")), "{name}");
    }
}

#[test]
fn a_schema_tells_of_each_field_what_it_is_and_has_nothing_that_is_not_judged() {
    let mut wrong = Vec::new();
    for schema in schemas::ALL {
        let root = whole(schema);
        assert_eq!(root["properties"]["schema"]["const"], schema.name());
        walk(&root, schema.name(), &mut |place, inner| {
            let mut keywords = inner.as_object().expect("an object").keys();
            let of_map = |word: &str| word == "additionalProperties" && inner[word].is_object();
            let unknown = keywords.find(|word| !KEYWORDS.contains(&word.as_str()) && !of_map(word));
            wrong.extend(unknown.map(|word| format!("{place}: {word}")));
            let beside = inner.as_object().map_or(0, serde_json::Map::len);
            if inner.get("$ref").is_some()
                && beside > 1 + usize::from(inner["description"].is_string())
            {
                wrong.push(format!("{place}: a pointer with rules beside it"));
            }
            for name in inner["required"].as_array().into_iter().flatten() {
                if inner["properties"]
                    .get(name.as_str().expect("a name"))
                    .is_none()
                {
                    wrong.push(format!("{place}: {name} is required and not told"));
                }
            }
            let fields = ["properties", "$defs"].map(|of| inner[of].as_object());
            for (name, field) in fields.into_iter().flatten().flatten() {
                let told = |schema: &Value| schema["description"].is_string();
                if !told(field) && !told(resolved(&root, field).0) {
                    wrong.push(format!("{place}/{name}: no description"));
                }
            }
        });
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_list_of_words_is_that_of_the_program() {
    let lists = |document: &str, pointer: &str| {
        let root = whole(Schema::named(document).expect("a schema"));
        let list = root
            .pointer(pointer)
            .and_then(|list| list["enum"].as_array());
        let list = list.unwrap_or_else(|| panic!("{document} has no {pointer}"));
        list.iter()
            .map(ToString::to_string)
            .collect::<BTreeSet<_>>()
    };
    let words = |words: &[&str]| -> BTreeSet<String> {
        words.iter().map(|word| json!(word).to_string()).collect()
    };
    let numbers =
        |numbers: &[i64]| -> BTreeSet<String> { numbers.iter().map(ToString::to_string).collect() };
    let table = [
        (
            "logs-list",
            "/$defs/fate",
            words(&Fate::ALL.map(Fate::name)),
        ),
        (
            "logs-check",
            "/$defs/finding-code",
            words(&Code::ALL.map(Code::name)),
        ),
        (
            "punches-list",
            "/$defs/punch-state",
            words(&PunchState::ALL.map(PunchState::name)),
        ),
        (
            "punches-list",
            "/$defs/punch-kind",
            numbers(&PunchKind::ALL.map(PunchKind::code)),
        ),
        (
            "logs-list",
            "/$defs/link",
            words(&LinkKind::ALL.map(LinkKind::name)),
        ),
        (
            "accounts-list",
            "/$defs/link-label",
            words(&LinkKind::ALL.map(LinkKind::label)),
        ),
        (
            "accounts-list",
            "/$defs/link-code",
            numbers(&LinkKind::ALL.map(LinkKind::code)),
        ),
        (
            "status",
            "/$defs/freeze-cause",
            words(&freeze::Cause::ALL.map(freeze::Cause::name)),
        ),
        (
            "employees-sync",
            "/$defs/sync-line/properties/change",
            words(&sync::Change::ALL.map(sync::Change::name)),
        ),
        (
            "error",
            "/$defs/refused-cell/properties/code",
            words(&import::Problem::ALL.map(import::Problem::code)),
        ),
        (
            "relay-rehearse",
            "/properties/results/items/properties/days/items/properties/outcome",
            words(&comparison::Outcome::ALL.map(comparison::Outcome::name)),
        ),
        (
            "error",
            "/$defs/exit",
            numbers(&Exit::BY_RANK.map(|exit| i64::from(exit.code()))),
        ),
    ];
    for (document, pointer, expected) in table {
        assert_eq!(lists(document, pointer), expected, "{pointer}");
    }
}

/// The type of what holds no further fields: its shape where it has one of the parts'.
fn type_of(root: &Value, schema: &Value) -> String {
    let (schema, part) = resolved(root, schema);
    if schema["pattern"].is_string() && !part.is_empty() {
        return part.to_owned();
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let types: BTreeSet<String> = choices.iter().map(|one| type_of(root, one)).collect();
        return Vec::from_iter(types).join(" or ");
    }
    let example = schema["enum"].get(0).or(schema.get("const"));
    match (schema["type"].as_str(), example) {
        (Some(name), _) => name.to_owned(),
        (None, Some(Value::String(_))) => "string".to_owned(),
        (None, Some(Value::Number(_))) => "integer".to_owned(),
        (None, Some(Value::Bool(_))) => "boolean".to_owned(),
        other => panic!("{other:?} has no type"),
    }
}

/// A line for a field and for each below it: `relay-run.v1 sent[].name: string, may be absent`.
fn fields(root: &Value, schema: &Value, place: &str, absent: &str, lines: &mut BTreeSet<String>) {
    let (inner, _) = resolved(root, schema);
    let choices = inner["anyOf"].as_array();
    let of_objects = |choices: &&Vec<Value>| {
        let mut kinds = choices.iter().map(|one| type_of(root, one));
        kinds.any(|kind| kind == "object")
    };
    if let Some(choices) = choices.filter(of_objects) {
        for choice in choices {
            fields(root, choice, place, absent, lines);
        }
        return;
    }
    lines.insert(format!("{place}: {}{absent}", type_of(root, schema)));
    if let Some(items) = inner.get("items") {
        fields(root, items, &format!("{place}[]"), "", lines);
    }
    if let Some(values) = inner.get("additionalProperties") {
        fields(root, values, &format!("{place}.*"), "", lines);
    }
    let required = inner["required"].as_array();
    for (name, field) in inner["properties"].as_object().into_iter().flatten() {
        let is_required = required.is_some_and(|names| names.contains(&json!(name)));
        let absent = if is_required { "" } else { ", may be absent" };
        fields(root, field, &format!("{place}.{name}"), absent, lines);
    }
}

#[test]
fn no_field_that_was_ever_told_goes_or_changes_its_type() {
    let mut now = BTreeSet::new();
    for schema in schemas::ALL {
        let root = whole(schema);
        let name = schema.name().trim_start_matches("pcpunch.");
        fields(&root, &root, name, "", &mut now);
    }
    let told: BTreeSet<String> = FIELDS.lines().map(str::to_owned).collect();
    let gone: Vec<&String> = told.difference(&now).collect();
    let new: Vec<&String> = now.difference(&told).collect();
    assert!(
        gone.is_empty(),
        "fields are only ever added; these are gone or another: {gone:#?}"
    );
    assert!(
        new.is_empty(),
        "add these lines to tests/all/house/fields.txt: {new:#?}"
    );
}
