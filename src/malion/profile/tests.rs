//! Profiles that are none: each by its line, its key and why.

use super::{Auth, By, End, Profile, ProfileError, ProfileProblem, Response, Style};
use crate::domain::log_source::{BadTimeFormat, Field, Zone};

const ASSUMED_V1: &str = include_str!("../assumed-v1.toml");

/// Another shape in every choice.
const OTHER: &str = r#"name = "other"

[request]
path = "/api/logs"
by = "occurred"
window_hours = 72
time_format = "epoch_seconds"
auth = "basic"

[request.query]
start = "{from}"
end = "{to}"
page = "{page}"

[paging]
style = "page"
first = 1
size = 100
end = "short_page"

[response]
format = "csv"
encoding = "shift_jis"
time_format = "%Y/%m/%d %H:%M:%S"
zone = "JST"

[fields]
required = ["user"]
occurred_at = "日時"
operation = "操作"
terminal = "端末"
user = "利用者"

[values]
logon = ["ログイン", "ログオン"]
logoff = ["ログアウト"]

[limits]
requests_per_second = 0.5
closed_hours = "02:00-03:00"
"#;

fn problem(text: &str) -> ProfileError {
    Profile::from_toml(text).unwrap_err()
}

/// The profile with one text in another's place, and the line on which it stands.
fn changed(text: &str, old: &str, new: &str) -> (String, usize) {
    let at = text.find(old).unwrap_or_else(|| panic!("{old}"));
    let line = text[..at].lines().count() + usize::from(at == 0 || text[..at].ends_with('\n'));
    (text.replacen(old, new, 1), line.max(1))
}

#[test]
fn the_built_in_profile_says_what_the_contract_says() {
    let profile = Profile::assumed_v1().unwrap();
    assert!(profile.csv_layout().is_none());
    let api = profile.api.unwrap();
    assert!(api.assumed);
    assert_eq!(
        (api.name.as_str(), api.request.window_hours),
        ("assumed-v1", 24)
    );
    assert_eq!(
        (api.request.by, api.request.auth),
        (By::Collected, Auth::Headers)
    );
    assert_eq!(api.paging.size, Some(500));
    assert!(matches!(api.paging.style, Style::Offset(End::More(_))));
    let required = &api.response.reading().required;
    let names: Vec<_> = required.iter().map(|field| field.name()).collect();
    assert_eq!(
        names,
        ["occurred_at", "collected_at", "operation", "terminal"]
    );
}

#[test]
fn every_choice_of_another_shape_is_read() {
    let profile = Profile::from_toml(OTHER).unwrap();
    let layout = profile.csv_layout().unwrap();
    assert!(!layout.whole_rows);
    let api = profile.api.unwrap();
    assert_eq!(
        (api.request.by, api.request.auth),
        (By::Occurred, Auth::Basic)
    );
    assert!(api.request.categories.is_none() && api.request.headers.is_empty());
    let end = End::ShortPage;
    assert_eq!(api.paging.style, Style::Page { first: 1, end });
    assert_eq!(api.limits.requests_per_second, Some(0.5));
    let Response::Csv(rows) = api.response else {
        panic!("no rows");
    };
    assert!(rows.whole_rows && rows.headings[&Field::User] == "利用者");
    assert!(rows.reading.required.contains(&Field::User));
}

#[test]
fn a_profile_may_describe_files_besides_an_api_or_alone() {
    let file = r#"
[file]
encoding = "cp932"
time_format = "%Y/%m/%d %H:%M"
zone = "JST"
[file.fields]
occurred_at = "日時"
operation = "操作"
terminal = "端末"
"#;
    let seconds = file.replace("%H:%M", "%H:%M:%S");
    let beside = Profile::from_toml(&format!("{ASSUMED_V1}{seconds}")).unwrap();
    let layout = beside.csv_layout().unwrap();
    assert_eq!(layout.name, "assumed-v1");
    assert!(
        layout.reading.words.logon.contains("ログオン"),
        "the values of the profile hold"
    );
    let values = "[values]\nlogon = [\"in\"]\nlogoff = [\"out\"]\n";
    let alone = Profile::from_toml(&format!("name = \"smarton\"\n{values}{seconds}")).unwrap();
    assert!(alone.api.is_none() && alone.csv_layout().is_some());
    let told = problem(&format!("name = \"smarton\"\n{seconds}"));
    assert_eq!(
        (told.key.as_str(), told.problem),
        ("file.values", ProfileProblem::Missing)
    );
    let told = problem(&format!("name = \"smarton\"\n{values}{file}"));
    let whole = ProfileProblem::Time(BadTimeFormat::NotWhole);
    assert_eq!(
        (told.line, told.key.as_str(), told.problem),
        (8, "file.time_format", whole)
    );
}

/// In which profile, what, is replaced by what, and what is told then: the key (`*`: on another line, where
/// the choice is missing or contradicted) and the name of the reason.
const BAD: &str = r#"
other ~ by = "occurred" ~ by = "moon" ~ request.by choice
other ~ auth = "basic" ~ auth = "none" ~ request.auth choice
other ~ auth = "basic" ~ auth = "query" ~ * no-place
other ~ auth = "basic" ~ auth = "form" ~ * no-place
other ~ auth = "basic" ~ auth = "headers" ~ * no-place
other ~ start = "{from}" ~ start = "{from}"\nkey = "{secret_code}" ~ * code-here
assumed ~ limit = "{limit}" ~ x = "{admin_code}" ~ request.query.x code-here
assumed ~ auth = "headers" ~ auth = "basic" ~ * code-here
assumed ~ X-MaLion-Admin-Code = "{admin_code}" ~ X = "{from}" ~ request.headers.X unknown-place
assumed ~ X-MaLion-Admin-Code = "{admin_code}" ~ X = "管" ~ request.headers.X not-a-header
assumed ~ X-MaLion-Admin-Code = "{admin_code}" ~ "X Y" = "" ~ request.headers.X Y not-a-header
other ~ path = "/api/logs" ~ path = "api" ~ request.path not-a-path
other ~ path = "/api/logs" ~ path = "/a?b" ~ request.path not-a-path
other ~ path = "/api/logs"\n ~  ~ * missing
other ~ window_hours = 72 ~ window_hours = 0 ~ request.window_hours range
other ~ window_hours = 72 ~ window_hours = "72" ~ request.window_hours not-a
other ~ window_hours = 72 ~ windows_hour = 72 ~ * missing
other ~ time_format = "epoch_seconds" ~ time_format = "%Y-%m-%d" ~ request.time_format time-not-whole
other ~ time_format = "epoch_seconds" ~ time_format = "%Y-%m-%d %H:%M:%S" ~ request.time_format time-no-zone
other ~ time_format = "epoch_seconds" ~ time_format = "epoch_seconds"\nzone = "JST" ~ request.time_format time-zone-of-epoch
other ~ zone = "JST" ~ zone = "CET" ~ response.zone choice
other ~ start = "{from}" ~ start = "{form}" ~ request.query.start unknown-place
other ~ start = "{from}" ~ start = "{from" ~ request.query.start open-brace
other ~ start = "{from}" ~ start = "2024" ~ * no-place
other ~ end = "{to}" ~ end = "2024" ~ * no-place
other ~ page = "{page}" ~ page = "1" ~ * no-place
other ~ page = "{page}" ~ page = "{page}"\no = "{offset}" ~ * place-only-with
other ~ page = "{page}" ~ page = "{category}" ~ * missing
assumed ~ category = "{category}" ~ c = "logon" ~ * no-place
other ~ style = "page" ~ style = "guess" ~ paging.style choice
other ~ style = "page" ~ style = "cursor" ~ paging.style only-with
other ~ style = "page" ~ style = "none" ~ * place-only-with
other ~ first = 1 ~ first = 2 ~ paging.first range
other ~ first = 1 ~ next = "/n" ~ paging.next only-with
other ~ first = 1\n ~  ~ * missing
other ~ size = 100\n ~  ~ * missing
other ~ size = 100 ~ size = 0 ~ paging.size range
other ~ end = "short_page"\n ~  ~ * missing
other ~ end = "short_page" ~ end = "last" ~ paging.end choice
other ~ end = "short_page" ~ more = "/more" ~ paging.more only-with
assumed ~ more = "/has_next" ~ more = "has_next" ~ paging.more not-a-pointer
assumed ~ more = "/has_next" ~ more = "/m"\ntotal = "/t" ~ * not-beside
assumed ~ size = 500\n ~  ~ * missing
assumed ~ size = 500 ~ size = 500\nfirst = 1 ~ * only-with
other ~ format = "csv" ~ format = "xml" ~ response.format choice
other ~ format = "csv" ~ format = "csv"\nrecords = "/logs" ~ * only-with
other ~ format = "csv" ~ format = "json" ~ * missing
assumed ~ records = "/logs" ~ records = "logs" ~ response.records not-a-pointer
other ~ encoding = "shift_jis" ~ encoding = "euc" ~ response.encoding choice
other ~ user = "利用者" ~ user = "/user" ~ fields.user not-a-heading
assumed ~ user = "/user" ~ user = "user" ~ fields.user not-a-pointer
other ~ user = "利用者" ~ user = "" ~ fields.user empty
other ~ user = "利用者" ~ user = 7 ~ fields.user not-a
assumed ~ user = "/user" ~ usr = "/user" ~ fields.usr unknown-key
other ~ occurred_at = "日時"\n ~  ~ * missing
other ~ required = ["user"] ~ required = ["domain"] ~ fields.required not-borne
other ~ required = ["user"] ~ required = ["usr"] ~ fields.required choice
other ~ required = ["user"] ~ required = "user" ~ fields.required not-a
other ~ logoff = ["ログアウト"] ~ logoff = [] ~ values.logoff empty
other ~ logoff = ["ログアウト"] ~ logoff = [""] ~ values.logoff empty
other ~ logoff = ["ログアウト"] ~ logoff = ["ログイン"] ~ values.logoff shared-word
other ~ requests_per_second = 0.5 ~ requests_per_second = 0 ~ limits.requests_per_second range
other ~ requests_per_second = 0.5 ~ requests_per_second = -0.5 ~ limits.requests_per_second range
other ~ requests_per_second = 0.5 ~ requests_per_secnd = 1 ~ limits.requests_per_secnd unknown-key
other ~ closed_hours = "02:00-03:00" ~ closed_hours = "2-3" ~ limits.closed_hours hours
other ~ name = "other" ~ name = "" ~ name empty
other ~ name = "other"\n ~  ~ * missing
other ~ [values] ~ [valves] ~ * missing
other ~ [limits] ~ [linits] ~ linits unknown-key
"#;

#[test]
fn every_bad_choice_is_told_by_line_key_and_reason() {
    let rows: Vec<&str> = BAD.trim().lines().collect();
    assert!(rows.len() > 60);
    for row in rows {
        let parts: Vec<String> = row
            .split(" ~ ")
            .map(|part| part.replace("\\n", "\n"))
            .collect();
        let [base, old, new, expected] = &parts[..] else {
            panic!("{row}");
        };
        let base = if base == "other" { OTHER } else { ASSUMED_V1 };
        let (bad, line) = changed(base, old, new);
        let told = problem(&bad);
        assert!(!told.key.is_empty() && told.line > 0, "{row}: {told}");
        let (key, reason) = expected.rsplit_once(' ').unwrap();
        assert_eq!(told.problem.name(), reason, "{row}: {told}");
        if key != "*" {
            assert_eq!((told.key.as_str(), told.line), (key, line), "{row}");
        }
    }
}

#[test]
fn what_may_have_been_meant_and_what_is_allowed_is_told() {
    let told = |old: &str, new: &str| problem(&changed(OTHER, old, new).0).problem;
    let nearest = Some("limits".to_owned());
    assert_eq!(
        told("[limits]", "[linits]"),
        ProfileProblem::UnknownKey { nearest }
    );
    let (value, allowed) = ("moon".to_owned(), "collected, occurred".to_owned());
    let moon = told("by = \"occurred\"", "by = \"moon\"");
    assert_eq!(moon, ProfileProblem::Choice { value, allowed });
    let in_query = told("auth = \"basic\"", "auth = \"query\"");
    assert_eq!(in_query, ProfileProblem::NoPlace("admin_code"));
}

#[test]
fn what_is_missing_is_told_with_the_line_of_its_part() {
    for (old, key, part) in [
        ("path = \"/api/logs\"\n", "request.path", "[request]"),
        ("start = \"{from}\"\n", "request.query", "[request.query]"),
        ("end = \"short_page\"\n", "paging.end", "[paging]"),
        ("occurred_at = \"日時\"\n", "fields.occurred_at", "[fields]"),
        (
            "logon = [\"ログイン\", \"ログオン\"]\n",
            "values.logon",
            "[values]",
        ),
    ] {
        let (bad, _) = changed(OTHER, old, "");
        let line = 1 + bad[..bad.find(part).unwrap()].matches('\n').count();
        let told = problem(&bad);
        assert_eq!((told.key.as_str(), told.line), (key, line), "{told}");
    }
}

#[test]
fn what_is_no_toml_is_told_with_its_line() {
    for (text, line) in [
        ("name = \"a\"\n[request\n", 2),
        ("name = \"a\"\nname = \"b\"\n", 2),
    ] {
        let told = problem(text);
        assert_eq!((told.line, told.key.as_str()), (line, ""), "{told}");
        assert!(matches!(told.problem, ProfileProblem::Syntax(_)));
    }
}

#[test]
fn zones_are_named_as_people_write_them() {
    assert_eq!(Zone::ALL.map(Zone::name), ["JST", "UTC"]);
}
