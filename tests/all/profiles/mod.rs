//! Other MaLions than the assumed one, by profiles that stand as examples in the man page.

mod answers;
mod bad;
mod check;
mod same_punches;

use pcpunch::sandbox::Shape;

use crate::harness::Office;

const ENGLISH: &str = include_str!("../../../src/locale/en/man/profile.txt");
const JAPANESE: &str = include_str!("../../../src/locale/ja/man/profile.txt");

/// The codes in the address, one list without pages.
const CODES_IN_QUERY: &str = r#"name = "codes-in-query"

[request]
path = "/logs.json"
by = "collected"
window_hours = 6
time_format = "epoch_seconds"
auth = "query"

[request.query]
admin = "{admin_code}"
secret = "{secret_code}"
since = "{from}"
until = "{to}"

[paging]
style = "none"

[response]
format = "json"
records = ""
time_format = "epoch_seconds"

[fields]
log_id = "/id"
occurred_at = "/at"
collected_at = "/received"
operation = "/op"
terminal = "/pc"
user = "/user"
link_code = "/code"

[values]
logon = ["1"]
logoff = ["2"]
"#;

/// The profiles among the examples of a man page.
fn examples(page: &str) -> Vec<String> {
    let mut examples: Vec<String> = Vec::new();
    let mut is_within = false;
    for line in page.lines() {
        let shown = line.strip_prefix("    ");
        match (shown, is_within) {
            (Some(shown), _) if shown.starts_with("name = ") => {
                examples.push(format!("{shown}\n"));
                is_within = true;
            }
            (Some(shown), true) => {
                let example = examples.last_mut().expect("an example has begun");
                example.push_str(shown);
                example.push('\n');
            }
            _ => is_within = false,
        }
    }
    examples
}

/// The profile of each shape that is not the assumed one.
fn profile_of(shape: Shape) -> String {
    let mut examples = examples(ENGLISH);
    match shape {
        Shape::PagesOfCsv => examples.remove(0),
        Shape::CursorAndForm => examples.remove(1),
        Shape::CodesInQuery => CODES_IN_QUERY.to_owned(),
        Shape::Assumed => panic!("it is built in"),
    }
}

/// An office whose MaLion is of that shape, and whose relay has its profile.
fn office_with(office: Office, shape: Shape) -> Office {
    office.sandbox.malion.serve_as(shape);
    if shape != Shape::Assumed {
        office.file("malion.toml", &profile_of(shape));
        office.setting("malion.profile", "malion.toml");
    }
    office
}

#[test]
fn the_examples_of_the_man_page_are_the_same_profiles_in_both_languages() {
    let (english, japanese) = (examples(ENGLISH), examples(JAPANESE));
    assert_eq!(english, japanese);
    assert_eq!(english.len(), 2);
    for example in english {
        let profile = pcpunch::malion::Profile::from_toml(&example);
        let profile = profile.unwrap_or_else(|error| panic!("{error}\n{example}"));
        assert!(profile.api.is_some() && profile.csv_layout().is_some());
    }
}
