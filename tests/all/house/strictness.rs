//! That the judge of documents lets nothing pass: what is not judged rightly here is judged nowhere.

use serde_json::{Value, json};

use crate::harness::Strict;

/// A schema with all that schemas have.
fn schema() -> Strict {
    Strict::new(
        r##"{
            "type": "object",
            "required": ["id", "day"],
            "properties": {
                "id": { "type": "integer", "minimum": 0 },
                "day": { "$ref": "#/$defs/day" },
                "at": { "type": "string", "pattern": "^[0-9]{2}:00\\+09:00$" },
                "kind": { "enum": [1, 2] },
                "sure": { "const": true },
                "names": { "type": "array", "items": { "type": "string" } },
                "counts": {
                    "type": "object",
                    "propertyNames": { "enum": ["a", "b"] },
                    "additionalProperties": { "type": "integer" }
                },
                "either": {
                    "anyOf": [
                        { "type": "string" },
                        { "type": "object", "properties": { "b": { "type": "boolean" } } }
                    ]
                }
            },
            "$defs": { "day": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$" } }
        }"##,
    )
}

/// A document of that schema with this field too, or in place of its own.
fn with(field: &str, value: Value) -> Value {
    let mut document = json!({ "id": 1, "day": "2024-12" });
    document[field] = value;
    document
}

#[test]
fn what_the_schema_says_passes() {
    for (field, value) in [
        ("id", json!(0)),
        ("at", json!("23:00+09:00")),
        ("kind", json!(2)),
        ("sure", json!(true)),
        ("names", json!([])),
        ("names", json!(["a", "b"])),
        ("counts", json!({ "a": 1, "b": -2 })),
        ("either", json!("text")),
        ("either", json!({ "b": false })),
    ] {
        let document = with(field, value);
        assert_eq!(schema().check(&document), Ok(()), "{document}");
    }
}

#[test]
fn whatever_else_is_objected_to_where_it_stands() {
    for (field, value, place) in [
        ("id", json!("1"), ".id"),
        ("id", json!(1.5), ".id"),
        ("id", json!(-1), ".id"),
        ("id", json!(null), ".id"),
        ("day", json!("2024-1"), ".day"),
        ("day", json!("2024-12-"), ".day"),
        ("day", json!("2024-1x"), ".day"),
        ("at", json!("23:30+09:00"), ".at"),
        ("at", json!("23:00+00:00"), ".at"),
        ("kind", json!(3), ".kind"),
        ("sure", json!(false), ".sure"),
        ("names", json!("a"), ".names"),
        ("names", json!(["a", 1]), ".names[1]"),
        ("counts", json!({ "c": 1 }), ".counts.c"),
        ("counts", json!({ "a": "1" }), ".counts.a"),
        ("either", json!(1), ".either"),
        ("either", json!({ "c": true }), ".either"),
        ("either", json!({ "b": 1 }), ".either"),
        ("more", json!(1), ".more"),
    ] {
        let document = with(field, value);
        let objection = schema().check(&document).expect_err("an objection");
        assert!(objection.starts_with(place), "{document}: {objection}");
    }
    let objection = schema().check(&json!({ "id": 1 }));
    assert_eq!(objection, Err(".day: missing".to_owned()));
}

#[test]
fn a_keyword_that_is_not_judged_is_objected_to() {
    let schema = Strict::new(r#"{ "maximum": 3 }"#);
    assert!(schema.check(&json!(1)).is_err());
}
