//! Documents held against their schemas, more strictly than any other program may: no field that the schema does
//! not name.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use pcpunch::schemas;
use serde_json::{Map, Value};

/// How each document of the program begins.
const BEGINNING: &str = "{\"schema\":\"";

/// The schemas by the names of their documents.
static SCHEMAS: LazyLock<BTreeMap<&str, Strict>> = LazyLock::new(|| {
    let schema = |schema: schemas::Schema| (schema.name(), Strict::new(&schema.whole()));
    schemas::ALL.into_iter().map(schema).collect()
});

/// A schema by which documents are judged.
pub(crate) struct Strict {
    whole: Value,
}

/// Each of these lines that is a document is as its schema says; the last may be cut off where the program was
/// killed.
pub(crate) fn check_lines<'a>(
    lines: impl Iterator<Item = &'a str>,
    was_killed: bool,
) -> Result<(), String> {
    for line in lines.filter(|line| line.starts_with(BEGINNING)) {
        match serde_json::from_str(line) {
            Ok(document) => check(&document)?,
            Err(_) if was_killed => {}
            Err(error) => return Err(format!("no JSON document: {error}")),
        }
    }
    Ok(())
}

/// A document is as the schema of its name says.
pub(crate) fn check(document: &Value) -> Result<(), String> {
    let name = document["schema"].as_str().unwrap_or_default();
    let schema = SCHEMAS.get(name);
    let schema = schema.ok_or_else(|| format!("{name:?} has no schema"))?;
    schema
        .check(document)
        .map_err(|objection| format!("{name}: {objection}"))
}

impl Strict {
    /// Takes a schema.
    pub(crate) fn new(schema: &str) -> Self {
        let whole = serde_json::from_str(schema).expect("a schema is JSON");
        Self { whole }
    }

    /// Where a document is not as the schema says, and why.
    pub(crate) fn check(&self, document: &Value) -> Result<(), String> {
        self.judge(&self.whole, document)
    }

    fn judge(&self, schema: &Value, value: &Value) -> Result<(), String> {
        let rules = schema.as_object().ok_or("a schema is no object")?;
        for (keyword, rule) in rules {
            let is_so = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "format" => true,
                "$ref" => return self.judge(self.part(rule)?, value),
                "anyOf" => self.any(rule, value)?,
                "type" => is_of_type(rule, value),
                "const" => rule == value,
                "enum" => list(rule).contains(value),
                "minimum" => value.as_i64() >= rule.as_i64(),
                "pattern" => is_shaped(text(rule), text(value)),
                "required" | "properties" | "propertyNames" | "additionalProperties" => true,
                "items" => {
                    for (place, item) in list(value).iter().enumerate() {
                        let judged = self.judge(rule, item);
                        judged.map_err(|objection| format!("[{place}]{objection}"))?;
                    }
                    true
                }
                other => return Err(format!(": {other} is a keyword not known here")),
            };
            if !is_so {
                return Err(format!(": {value} is not of {keyword} {rule}"));
            }
        }
        match value {
            Value::Object(fields) => self.judge_fields(rules, fields),
            _ => Ok(()),
        }
    }

    fn judge_fields(
        &self,
        rules: &Map<String, Value>,
        fields: &Map<String, Value>,
    ) -> Result<(), String> {
        let required = rules.get("required").map(list).unwrap_or_default();
        let missing = required
            .iter()
            .find(|name| !fields.contains_key(text(name)));
        if let Some(name) = missing {
            return Err(format!(".{}: missing", text(name)));
        }
        let known = rules.get("properties").and_then(Value::as_object);
        for (name, value) in fields {
            let within = |objection: String| format!(".{name}{objection}");
            if let Some(names) = rules.get("propertyNames") {
                let judged = self.judge(names, &Value::from(name.as_str()));
                judged.map_err(within)?;
            }
            let named = known.and_then(|known| known.get(name));
            let Some(schema) = named.or(rules.get("additionalProperties")) else {
                // The fields of a choice are judged by the choice.
                if rules.contains_key("anyOf") {
                    continue;
                }
                return Err(within(": not named by the schema".to_owned()));
            };
            self.judge(schema, value).map_err(within)?;
        }
        Ok(())
    }

    fn any(&self, choices: &Value, value: &Value) -> Result<bool, String> {
        let mut objections = Vec::new();
        for choice in list(choices) {
            match self.judge(choice, value) {
                Ok(()) => return Ok(true),
                Err(objection) => objections.push(objection),
            }
        }
        Err(format!(": none of the choices: {}", objections.join("; ")))
    }

    fn part(&self, pointer: &Value) -> Result<&Value, String> {
        let name = text(pointer).strip_prefix('#').unwrap_or_default();
        let part = self.whole.pointer(name);
        part.ok_or_else(|| format!(": {pointer} is nowhere"))
    }
}

fn is_of_type(name: &Value, value: &Value) -> bool {
    match text(name) {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        _ => false,
    }
}

/// Whether a text has the shape of a pattern. Those of the schemas have so many digits, and letters that stand for
/// themselves.
fn is_shaped(pattern: &str, text: &str) -> bool {
    let mut left = text.chars();
    let mut pattern = pattern.trim_start_matches('^').trim_end_matches('$');
    while !pattern.is_empty() {
        if let Some((count, rest)) = digits(pattern) {
            let mut next = left.by_ref().take(count);
            if next.by_ref().filter(char::is_ascii_digit).count() != count {
                return false;
            }
            pattern = rest;
        } else {
            let mut letters = pattern.trim_start_matches('\\').chars();
            if left.next() != letters.next() {
                return false;
            }
            pattern = letters.as_str();
        }
    }
    left.next().is_none()
}

/// How many digits a pattern begins with, and what follows.
fn digits(pattern: &str) -> Option<(usize, &str)> {
    let (count, rest) = pattern.strip_prefix("[0-9]{")?.split_once('}')?;
    Some((count.parse().ok()?, rest))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
