//! `pcpunch schema`: what the JSON documents hold.

use serde::Serialize;

use crate::cli::SchemaArgs;
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, View};
use crate::schemas::{self, Schema};

use super::{Context, Exit, Failure};

/// Lists the documents, or prints the schema of one.
///
/// # Errors
/// Exit 2 where no document has the name, with the nearest; where stdout cannot be written.
pub(super) fn run(args: &SchemaArgs, context: &mut Context) -> anyhow::Result<Exit> {
    match &args.name {
        None => context.print(&List::in_words(context.output.locale()))?,
        Some(name) => {
            let schema = Schema::named(name).ok_or_else(|| unknown(name))?;
            context.output.raw(schema.whole().as_bytes())?;
        }
    }
    Ok(Exit::Done)
}

fn unknown(name: &str) -> Failure {
    let remedy = match Schema::nearest(name) {
        Some(nearest) => Text::new("schema-nearest").with("nearest", nearest.document()),
        None => Text::new("schema-see-list"),
    };
    let message = Text::new("schema-unknown").with("name", name);
    Failure::new(Exit::Usage, "schema.unknown", message).remedy(remedy)
}

#[derive(Serialize)]
struct Row {
    name: &'static str,
    title: String,
}

/// `pcpunch.schema-list.v1`
#[derive(Serialize)]
struct List {
    schemas: Vec<Row>,
}

impl List {
    /// Every document under its title.
    fn in_words(locale: &Locale) -> Self {
        let row = |schema: Schema| Row {
            name: schema.name(),
            title: locale.say(&Text::family("document", schema.document())),
        };
        Self {
            schemas: schemas::ALL.into_iter().map(row).collect(),
        }
    }
}

impl View for List {
    const SCHEMA: &'static str = "pcpunch.schema-list.v1";

    fn table<'a>(&'a self, _: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("name", "schema-name"),
            Column::new("title", "schema-title"),
        ]);
        for row in &self.schemas {
            table.row([row.name.to_owned(), row.title.clone()]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{List, schemas};
    use crate::locale::{Lang, Locale};

    #[test]
    fn the_english_title_of_a_document_is_that_of_its_schema_and_the_japanese_one_is_japanese() {
        let english = List::in_words(&Locale::new(Lang::En)).schemas;
        let japanese = List::in_words(&Locale::new(Lang::Ja)).schemas;
        for ((schema, en), ja) in schemas::ALL.into_iter().zip(english).zip(japanese) {
            let whole: Value = serde_json::from_str(&schema.whole()).unwrap();
            assert_eq!(whole["title"], en.title, "{}", en.name);
            let begins_japanese = ja.title.chars().any(|c| ('ぁ'..='龠').contains(&c));
            assert!(begins_japanese, "{}: {}", ja.name, ja.title);
        }
    }
}
