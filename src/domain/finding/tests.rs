//! Findings that are one.

use super::{Code, Evidence, Finding, merged};
use crate::domain::employee::EmployeeKey;
use crate::domain::time::WorkDay;

#[test]
fn two_punches_of_one_day_make_one_finding_that_names_both() {
    let day = WorkDay::parse("2024-12-17").unwrap();
    let finding = |code, who: &str, kind: &str| {
        let evidence = Evidence::default().fact("kind", kind).terminal("PC-1");
        Finding::of_day(code, &EmployeeKey::new(who), day, evidence)
    };
    let merged = merged(vec![
        finding(Code::TooOld, "taro", "1"),
        finding(Code::TooOld, "hanako", "1"),
        finding(Code::TooOld, "taro", "2"),
        finding(Code::LateChange, "taro", "2"),
    ]);
    let told: Vec<_> = merged
        .iter()
        .map(|one| (one.code, one.evidence.facts["kind"].as_str()))
        .collect();
    let expected = [
        (Code::TooOld, "1,2"),
        (Code::TooOld, "1"),
        (Code::LateChange, "2"),
    ];
    assert_eq!(told, expected);
    assert_eq!(merged[0].evidence.terminals, ["PC-1"]);
}
