//! What a reading of KING OF TIME proves of a day, and what its absence leaves.

use super::{
    Answer, Checked, KotSide, OurDay, Status, at, day, key, reconcile, record, settled, sides, told,
};
use crate::domain::finding::{Code, Finding};
use crate::domain::reconcile::Row;

#[test]
fn without_a_reading_our_own_knowledge_counts() {
    let rows: [(&[&str], &str); 4] = [
        (&["1 09:03 accepted", "2 18:22 accepted"], "ok"),
        (
            &[
                "1 09:03 already-there 2024-12-17T08:55:00+09:00",
                "2 18:22 accepted",
            ],
            "ok",
        ),
        (
            &[
                "1 09:03 already-there 2024-12-17T08:30:00+09:00",
                "2 18:22 accepted",
            ],
            "already-there",
        ),
        (&["2 18:22 accepted"], "no-logon"),
    ];
    for (punches, status) in rows {
        let checked = reconcile(sides(settled(punches), None));
        assert_eq!(told(&checked).0.name(), status, "{punches:?}");
        assert_eq!(checked.rows[0].kot, None);
    }
}

#[test]
fn days_before_the_start_ask_nobody_to_act() {
    for (since, punches, status) in [
        (None, &[][..], "before-start"),
        (Some(day().next()), &[][..], "before-start"),
        (Some(day()), &[][..], "no-logon"),
        (
            Some(day().next()),
            &["1 09:03 accepted", "2 18:22 accepted"][..],
            "missing-in-kot",
        ),
    ] {
        let mut sides = sides(settled(punches), Some(&[]));
        sides.terms.since = since;
        let checked = reconcile(sides);
        let (seen, codes) = told(&checked);
        assert_eq!(seen.name(), status, "{since:?}");
        assert_eq!(codes.is_empty(), status == "before-start");
    }
}

#[test]
fn a_double_keeps_a_day_from_being_ok_whoever_made_it() {
    let shown = ["1 09:00", "1 09:05", "2 18:00"];
    let checked = reconcile(sides(settled(&[]), Some(&shown)));
    assert_eq!(told(&checked).1, ["double-in-kot"]);
}

#[test]
fn a_change_is_told_with_both_times_and_a_gap_with_its_minutes() {
    let punches = ["1 09:03 already-there", "2 18:22 accepted"];
    let checked = reconcile(sides(settled(&punches), Some(&["1 08:30", "2 19:00"])));
    let evidence = |code| {
        let of_code = |finding: &&Finding| finding.code == code;
        let found = checked.findings.iter().find(of_code).unwrap();
        (found.evidence.times.clone(), found.evidence.facts.clone())
    };
    let (times, facts) = evidence(Code::AlreadyThere);
    assert_eq!(
        times,
        ["2024-12-17T09:03:00+09:00", "2024-12-17T08:30:00+09:00"]
    );
    assert_eq!(facts["gap_minutes"], "33");
    let (times, facts) = evidence(Code::ChangedInKot);
    assert_eq!(
        times,
        ["2024-12-17T18:22:00+09:00", "2024-12-17T19:00:00+09:00"]
    );
    assert_eq!(facts["kind"], "2");
}

/// Two people with both punches accepted; `shown` says whose are in the answer, and with what.
fn two_people(shown: Answer<'_>) -> Checked {
    let mut sides = sides(OurDay::default(), Some(&[]));
    let person = |name: &str| {
        let mut ours = settled(&["1 09:00 accepted", "2 18:00 accepted"]);
        for punch in &mut ours.punches {
            punch.employee = key(name);
        }
        (key(name), ours)
    };
    sides.ours = [(day(), ["hanako", "taro"].map(person).into())].into();
    let records = shown.iter().map(|(name, records)| {
        let records = records.iter().map(|text| record(text)).collect();
        ((key(name), day()), records)
    });
    sides.kot = Some(KotSide {
        began: Some(at("23:00")),
        days: [day()].into(),
        records: records.collect(),
    });
    reconcile(sides)
}

#[test]
fn an_answer_that_lacks_most_of_a_day_proves_nothing() {
    const WHOLE: &[&str] = &["1 09:00", "2 18:00"];
    let rows: [(Answer<'_>, &[&str]); 6] = [
        (&[("hanako", WHOLE), ("taro", WHOLE)], &[]),
        (&[("hanako", WHOLE), ("taro", &[])], &["missing-in-kot"]),
        (&[("hanako", WHOLE)], &["missing-in-kot"]),
        (
            &[("hanako", &["1 09:00"]), ("taro", &[])],
            &["kot-incomplete"],
        ),
        (&[("hanako", &[]), ("taro", &[])], &["kot-incomplete"]),
        (&[], &["kot-incomplete"]),
    ];
    for (shown, expected) in rows {
        let checked = two_people(shown);
        let ok = |row: &Row| row.status == Status::Ok;
        assert_eq!(
            checked.rows.iter().all(ok),
            expected.is_empty(),
            "{shown:?}"
        );
        let codes: Vec<_> = checked
            .findings
            .iter()
            .map(|found| found.code.name())
            .collect();
        assert_eq!(codes, expected, "{shown:?}");
    }
}

#[test]
fn one_person_s_deleted_punches_are_missing_where_the_person_stands_in_the_answer() {
    let ours = || settled(&["1 09:00 accepted"]);
    let named = reconcile(sides(ours(), Some(&[])));
    assert_eq!(told(&named).1, ["missing-in-kot"]);

    let mut unnamed = sides(ours(), Some(&[]));
    unnamed.kot.as_mut().unwrap().records.clear();
    let unnamed = reconcile(unnamed);
    assert_eq!(told(&unnamed).1.last(), Some(&"kot-incomplete"));
}
