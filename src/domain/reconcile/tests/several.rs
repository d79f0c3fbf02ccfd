//! Days with several of our punches of one kind, as policy `rolling` and 休憩 make them.

use super::{OUT, at, finding, reconcile, settled, sides, told};
use crate::domain::finding::{Code, Finding};
use crate::domain::punch::PunchKind;

#[test]
fn what_we_sent_beside_a_punch_does_not_answer_that_it_is_lost() {
    let lost = |kind, time: &str, sent: &str| {
        let mut person = finding(Code::Person, Some(kind), &[time]);
        person.evidence = person.evidence.fact("sent", at(sent).to_rfc3339());
        person
    };
    let out = || lost(OUT, "18:22", "12:00");
    let rest = || lost(PunchKind::BreakStart, "15:00", "12:00");
    let rows: [(Finding, &[&str], &str); 5] = [
        (out(), &["1 09:03", "2 12:00"], "person"),
        (out(), &["1 09:03", "2 18:22"], "ok"),
        (out(), &["1 09:03", "2 17:30"], "ok"),
        (rest(), &["1 09:03", "3 12:00", "2 18:22"], "person"),
        (rest(), &["1 09:03", "3 12:00", "3 15:05", "2 18:22"], "ok"),
    ];
    for (finding, shown, status) in rows {
        let mut ours = settled(&["1 09:03 accepted"]);
        ours.findings.push(finding.clone());
        let checked = reconcile(sides(ours, Some(shown)));
        assert_eq!(told(&checked).0.name(), status, "{finding:?} {shown:?}");
    }
}

#[test]
fn what_we_sent_beside_a_held_punch_does_not_stand_for_it() {
    let rolled = |held: &'static str| ["1 09:03 accepted", "2 15:00 accepted", held];
    let (earlier, later) = ("2 12:00 held too-old", "2 18:22 held too-old");
    let rows: [(&str, &[&str], &str); 3] = [
        (later, &["1 09:03", "2 15:00"], "too-old"),
        (later, &["1 09:03", "2 18:30"], "changed-in-kot"),
        (earlier, &["1 09:03", "2 15:00"], "ok"),
    ];
    for (held, shown, status) in rows {
        let checked = reconcile(sides(settled(&rolled(held)), Some(shown)));
        assert_eq!(told(&checked).0.name(), status, "{held} {shown:?}");
    }
}
