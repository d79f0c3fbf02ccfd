//! What the services and the documents hold, as lines that a person can read and compare.

use pcpunch::sandbox::StoredPunch;
use serde_json::Value;

use super::moment::{rewritten, written};

/// `1000 2024-12-17 出勤 09:03`. The time bears its date where that is not the work day's; what did not come
/// from the API says so. In order of person, work day and time.
pub(super) fn punches(mut stored: Vec<StoredPunch>) -> Vec<String> {
    stored.sort_by(|a, b| {
        let place = |punch: &StoredPunch| (punch.employee_code.clone(), punch.work_day);
        (place(a), a.time, a.code).cmp(&(place(b), b.time, b.code))
    });
    stored.iter().map(punch).collect()
}

fn punch(punch: &StoredPunch) -> String {
    let kind = match punch.code {
        1 => "出勤",
        2 => "退勤",
        3 => "休憩開始",
        4 => "休憩終了",
        code => panic!("code {code} is never punched"),
    };
    let time = written(punch.time);
    let day = punch.work_day.to_string();
    let time = time.strip_prefix(&format!("{day} ")).unwrap_or(&time);
    let by_hand = if punch.by_api { "" } else { " (not ours)" };
    format!("{} {day} {kind} {time}{by_hand}", punch.employee_code)
}

/// `no-logoff 1000 2024-12-17 [2024-12-17 12:00] [PC-1]`: whom or which user name it concerns, its work day
/// where it has one, the times and the PCs that it names. Sorted.
pub(super) fn findings(document: &Value) -> Vec<String> {
    let mut lines: Vec<String> = list(document, "findings").iter().map(finding).collect();
    lines.sort();
    lines
}

fn finding(finding: &Value) -> String {
    let evidence = &finding["evidence"];
    let times: Vec<String> = list(evidence, "times")
        .iter()
        .map(|time| rewritten(text(time)))
        .collect();
    let terminals: Vec<&str> = list(evidence, "terminals").iter().map(text).collect();
    let of = |field: &str| finding[field].as_str();
    let whom = of("employee_code").or(of("user")).unwrap_or("-");
    [
        Some(text(&finding["code"]).to_owned()),
        Some(whom.to_owned()),
        of("work_day").map(str::to_owned),
        Some(format!("[{}]", times.join(", "))),
        Some(format!("[{}]", terminals.join(", "))),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}

/// `1000 2024-12-17 ok`, sorted.
pub(super) fn statuses(document: &Value) -> Vec<String> {
    let status = |day: &Value| {
        let [code, work_day, status] =
            ["employee_code", "work_day", "status"].map(|field| text(&day[field]));
        format!("{code} {work_day} {status}")
    };
    let mut lines: Vec<String> = list(document, "days").iter().map(status).collect();
    lines.sort();
    lines
}

/// `2024-12-17 09:03 PC-1 ログオン punched`, in order of time.
pub(super) fn fates(document: &Value) -> Vec<String> {
    let mut lines: Vec<String> = list(document, "logs")
        .iter()
        .map(|log| {
            let at = rewritten(text(&log["occurred_at"]));
            let [terminal, operation, fate] =
                ["terminal", "operation", "fate"].map(|field| text(&log[field]));
            format!("{at} {terminal} {operation} {fate}")
        })
        .collect();
    lines.sort();
    lines
}

/// The array in that field; an absent one is empty.
fn list<'a>(document: &'a Value, field: &str) -> &'a [Value] {
    match &document[field] {
        Value::Array(list) => list,
        Value::Null => &[],
        other => panic!("{field} is no list: {other}"),
    }
}

fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no text"))
}
