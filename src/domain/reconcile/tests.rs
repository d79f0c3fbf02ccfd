mod readings;
mod several;
mod waiting;

use chrono::Duration;

use super::{Checked, KotSide, OurDay, OurDays, PcDay, Reconciliation, Status, Terms, Tolerance};
use crate::domain::decide::Settlement;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::pc_log::LogId;
use crate::domain::punch::{Punch, PunchId, PunchKind, PunchState, TimeRecord};
use crate::domain::time::{Jst, Minute, WorkDay};

/// Punches, what KING OF TIME shows, the status and the findings' codes.
type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a str, &'a [&'a str]);

/// People in an answer with their punches.
type Answer<'a> = &'a [(&'a str, &'a [&'a str])];

const IN: PunchKind = PunchKind::ClockIn;
const OUT: PunchKind = PunchKind::ClockOut;

fn day() -> WorkDay {
    WorkDay::parse("2024-12-17").unwrap()
}

fn at(clock: &str) -> Jst {
    Jst::parse_from_rfc3339(&format!("2024-12-17T{clock}:00+09:00")).unwrap()
}

fn key(name: &str) -> EmployeeKey {
    EmployeeKey::new(name)
}

/// `1 09:03 accepted`, and behind it a reason where there is one.
fn punch(id: i64, employee: &str, text: &str) -> Punch {
    let mut words = text.split(' ');
    let mut word = || words.next().unwrap();
    let kind = PunchKind::of_code(word().parse().unwrap()).unwrap();
    let time = Minute::cut(at(word()));
    let state = PunchState::of_name(word()).unwrap();
    Punch {
        id: PunchId(id),
        employee: key(employee),
        work_day: day(),
        kind,
        time,
        state,
        reason: words.next().map(str::to_owned),
        rolling: false,
        released: false,
        logs: vec![LogId(id)],
        attempts: 1,
        may_have_left: true,
        last_attempt_ended: None,
        absences: 0,
        kot_code: None,
        kot_message: None,
    }
}

/// `1 09:03`.
fn record(text: &str) -> TimeRecord {
    let (code, clock) = text.split_once(' ').unwrap();
    TimeRecord {
        code: code.parse().unwrap(),
        time: at(clock),
        how: Some("A".into()),
    }
}

fn finding(code: Code, kind: Option<PunchKind>, times: &[&str]) -> Finding {
    let evidence = times
        .iter()
        .fold(Evidence::default(), |all, time| all.time(at(time)));
    let evidence = match kind {
        Some(kind) => evidence.fact("kind", kind.code().to_string()),
        None => evidence,
    };
    Finding::of_day(code, &key("taro"), day(), evidence)
}

fn settled(punches: &[&str]) -> OurDay {
    let punches = punches.iter().zip(1..);
    OurDay {
        pc: PcDay::default(),
        settlement: Some(Settlement::Settled),
        decided: Vec::new(),
        punches: punches.map(|(text, id)| punch(id, "taro", text)).collect(),
        findings: Vec::new(),
        was_answered: false,
    }
}

/// The three sides, and by what they are held against each other.
struct Sides {
    ours: OurDays,
    kot: Option<KotSide>,
    terms: Terms,
}

/// Everybody in one part, and everybody in a part of their own: both come to the same.
fn reconcile(sides: Sides) -> Checked {
    let of = |parts: Vec<OurDays>| {
        let mut reconciliation = Reconciliation::new(sides.kot.clone(), sides.terms);
        parts
            .into_iter()
            .for_each(|part| reconciliation.look_at(part));
        reconciliation.whole()
    };
    let each = sides.ours.iter().flat_map(|(day, people)| {
        let one = |(key, ours): (&EmployeeKey, &OurDay)| {
            OurDays::from([(*day, [(key.clone(), ours.clone())].into())])
        };
        people.iter().rev().map(one)
    });
    let one_by_one = of(each.collect());
    let together = of(vec![sides.ours.clone()]);
    assert_eq!(together.findings, one_by_one.findings);
    assert_eq!(together.answered, one_by_one.answered);
    let statuses = |checked: &Checked| -> Vec<Status> {
        let rows = checked.rows.iter();
        rows.map(|row| row.status.clone()).collect()
    };
    assert_eq!(statuses(&together), statuses(&one_by_one));
    together
}

fn sides(ours: OurDay, kot: Option<&[&str]>) -> Sides {
    Sides {
        ours: [(day(), [(key("taro"), ours)].into())].into(),
        kot: kot.map(|shown| KotSide {
            began: Some(at("23:00")),
            days: [day()].into(),
            records: [(
                (key("taro"), day()),
                shown.iter().map(|text| record(text)).collect(),
            )]
            .into(),
        }),
        terms: Terms {
            since: Some(WorkDay::EARLIEST),
            tolerance: Tolerance {
                clock_in: Duration::minutes(15),
                clock_out: Duration::minutes(15),
            },
            now: at("23:00"),
        },
    }
}

fn told(checked: &Checked) -> (&Status, Vec<&'static str>) {
    let codes = checked.findings.iter().map(|finding| finding.code.name());
    (&checked.rows[0].status, codes.collect())
}

#[test]
fn a_settled_day_is_ok_only_where_all_sides_agree() {
    let sent = ["1 09:03 accepted", "2 18:22 accepted"];
    let by_card = [
        "1 09:03 already-there 2024-12-17T08:55:00+09:00",
        "2 18:22 accepted",
    ];
    let rows: [Case<'_>; 13] = [
        (&sent, &["1 09:03", "2 18:22"], "ok", &[]),
        (&sent, &["1 09:04", "2 18:21"], "ok", &[]),
        (
            &sent,
            &["1 09:03", "3 12:00", "4 13:00", "2 18:22"],
            "ok",
            &[],
        ),
        (
            &sent,
            &["1 09:03", "2 18:30"],
            "changed-in-kot",
            &["changed-in-kot"],
        ),
        (
            &sent,
            &["1 09:03", "4 18:22"],
            "changed-in-kot",
            &["changed-in-kot"],
        ),
        (&sent, &["1 09:03"], "missing-in-kot", &["missing-in-kot"]),
        (&sent, &[], "missing-in-kot", &["missing-in-kot"]),
        (
            &sent,
            &["1 08:55", "1 09:03", "2 18:22"],
            "double-in-kot",
            &["double-in-kot"],
        ),
        (&by_card, &["1 08:55", "2 18:22"], "ok", &["already-there"]),
        (&by_card, &["1 08:48", "2 18:22"], "ok", &["already-there"]),
        (
            &by_card,
            &["1 08:47", "2 18:22"],
            "already-there",
            &["already-there"],
        ),
        (
            &by_card,
            &["2 18:22"],
            "missing-in-kot",
            &["missing-in-kot"],
        ),
        (
            &["1 09:03 accepted", "2 18:22 dropped"],
            &["1 09:03"],
            "dropped",
            &[],
        ),
    ];
    for (punches, shown, status, codes) in rows {
        let checked = reconcile(sides(settled(punches), Some(shown)));
        let (seen, found) = told(&checked);
        assert_eq!(
            (seen.name(), &*found),
            (status, codes),
            "{punches:?} {shown:?}"
        );
    }
}

#[test]
fn kings_of_time_answer_closes_a_finding() {
    let change = |to: Option<&str>| {
        let minute = |clock: &str| Minute::cut(at(clock));
        let evidence = Evidence::default().change(OUT, Some(minute("18:22")), to.map(minute));
        Finding::of_day(Code::LateChange, &key("taro"), day(), evidence)
    };
    let late = || change(Some("20:15"));
    let gone = || change(None);
    let both = ["1 09:03 accepted", "2 18:22 accepted"];
    let first = ["1 09:03 accepted"];
    let refused = ["1 09:03 accepted", "2 18:22 refused"];
    let lost = ["1 09:03 accepted", "2 18:22 unknown"];
    let rows: [(&[&str], Finding, &[&str], &str); 20] = [
        (
            &first,
            finding(Code::NoLogoff, None, &["12:00"]),
            &["1 09:03"],
            "no-logoff",
        ),
        (
            &first,
            finding(Code::NoLogoff, None, &["12:00"]),
            &["1 09:03", "2 18:00"],
            "ok",
        ),
        (
            &[],
            finding(Code::NoLogon, None, &["12:00"]),
            &[],
            "no-logon",
        ),
        (
            &[],
            finding(Code::NoLogon, None, &["12:00"]),
            &["1 09:00"],
            "no-logon",
        ),
        (
            &[],
            finding(Code::NoLogon, None, &["12:00"]),
            &["2 18:00"],
            "no-logon",
        ),
        (
            &[],
            finding(Code::NoLogon, None, &["12:00"]),
            &["1 09:00", "2 18:00"],
            "ok",
        ),
        (
            &refused,
            finding(Code::Refused, Some(OUT), &["18:22"]),
            &["1 09:03"],
            "refused",
        ),
        (
            &refused,
            finding(Code::Refused, Some(OUT), &["18:22"]),
            &["1 09:03", "2 18:30"],
            "ok",
        ),
        (
            &refused,
            finding(Code::Person, Some(OUT), &["18:22"]),
            &["1 09:03", "2 18:22"],
            "ok",
        ),
        (
            &lost,
            finding(Code::Unknown, Some(OUT), &["18:22"]),
            &["1 09:03"],
            "unknown",
        ),
        (
            &lost,
            finding(Code::Unknown, Some(OUT), &["18:22"]),
            &["1 09:03", "2 18:22"],
            "ok",
        ),
        (&both, late(), &["1 09:03", "2 18:22"], "late-change"),
        (&both, late(), &["1 09:03", "2 20:15"], "ok"),
        (&both, late(), &["1 09:03", "2 19:00"], "late-change"),
        (&both, gone(), &["1 09:03", "2 18:22"], "late-change"),
        (&both, gone(), &["1 09:03", "2 19:00"], "changed-in-kot"),
        (
            &both,
            finding(Code::NightLogon, None, &["03:00"]),
            &["1 09:03", "2 18:22"],
            "night-logon",
        ),
        (
            &both,
            finding(Code::NightLogon, None, &["03:00"]),
            &["1 03:00", "2 18:22"],
            "changed-in-kot",
        ),
        (
            &[],
            finding(Code::NotEmployed, None, &["09:00"]),
            &["1 09:03", "2 18:22"],
            "not-employed",
        ),
        (
            &[],
            finding(Code::OutOfDay, Some(OUT), &["18:00"]),
            &["1 09:03", "2 18:22"],
            "ok",
        ),
    ];
    for (punches, finding, shown, status) in rows {
        let mut ours = settled(punches);
        ours.findings.push(finding.clone());
        let checked = reconcile(sides(ours, Some(shown)));
        assert_eq!(told(&checked).0.name(), status, "{finding:?} {shown:?}");
    }
}
