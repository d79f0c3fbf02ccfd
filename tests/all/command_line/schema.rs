//! What `pcpunch schema` prints.

use pcpunch::schemas;

use crate::harness::Office;

#[test]
fn each_document_of_the_list_has_its_schema_by_each_of_its_names() {
    let office = Office::empty(&[]);
    let ran = office.run(&["schema", "--format", "json"]).exits(0);
    let list = ran.document("pcpunch.schema-list.v1");
    let rows = list["schemas"].as_array().expect("a list");
    assert_eq!(rows.len(), schemas::ALL.len());
    for (row, schema) in rows.iter().zip(schemas::ALL) {
        let name = row["name"].as_str().expect("a name");
        assert_eq!(name, schema.name());
        let versioned = name.trim_start_matches("pcpunch.");
        for name in [name, versioned, schema.document()] {
            let printed = office.run(&["schema", name]).exits(0);
            assert_eq!(printed.stdout(), schema.whole(), "{name}");
        }
    }
}

#[test]
fn the_list_is_a_line_a_document_and_a_schema_is_the_same_in_every_format_and_language() {
    let office = Office::empty(&[]);
    let table = office.run(&["schema", "--lang", "en"]).exits(0);
    table.says("relay-run.v1").says("A round of the relay");
    let csv = office.run(&["schema", "--format", "csv"]).exits(0);
    assert_eq!(csv.stdout().lines().count(), 1 + schemas::ALL.len());
    let plain = office.run(&["schema", "error"]).exits(0);
    for options in [["--format", "json"], ["--format", "csv"], ["--lang", "en"]] {
        let ran = office.run(&[&["schema", "error"][..], &options].concat());
        assert_eq!(ran.exits(0).stdout(), plain.stdout(), "{options:?}");
    }
}

#[test]
fn an_unknown_document_is_answered_with_the_nearest() {
    let office = Office::empty(&[]);
    for (name, remedy) in [
        ("relay-runs", "Did you mean relay-run?"),
        ("logs-check.v2", "Did you mean logs-check?"),
        ("everything", "`pcpunch schema`"),
    ] {
        office.fails(&["schema", name], 2, "schema.unknown");
        let ran = office.run(&["schema", name, "--lang", "en"]).exits(2);
        ran.warns(name).warns(remedy);
    }
}
