//! Days of which something is still to come.

use super::{IN, OUT, at, finding, reconcile, settled, sides, told};
use crate::domain::decide::Settlement;
use crate::domain::finding::Code;
use crate::domain::reconcile::{Status, WaitingFor};

#[test]
fn a_day_waits_for_what_is_still_to_come_unless_somebody_must_act() {
    let waiting = |waiting, until: Option<&str>| Status::Waiting {
        waiting,
        until: until.map(at),
    };
    let running = |until| Settlement::Running { until: at(until) };
    let logoff = |until| Settlement::WaitingLogoff { until: at(until) };
    let one = ["1 09:03 accepted"];
    let rows: [(&[&str], Settlement, Option<Code>, Status); 10] = [
        (
            &one,
            running("23:30"),
            None,
            waiting(WaitingFor::Settling, Some("23:30")),
        ),
        (
            &one,
            running("22:00"),
            None,
            waiting(WaitingFor::Reading, None),
        ),
        (
            &one,
            logoff("23:30"),
            None,
            waiting(WaitingFor::Logoff, Some("23:30")),
        ),
        (
            &one,
            logoff("22:00"),
            None,
            waiting(WaitingFor::Reading, None),
        ),
        (
            &one,
            logoff("23:30"),
            Some(Code::WaitingLogoff),
            waiting(WaitingFor::Logoff, Some("23:30")),
        ),
        (
            &one,
            running("23:30"),
            Some(Code::NotEmployed),
            Status::Findings(vec![Code::NotEmployed]),
        ),
        (
            &one,
            running("23:30"),
            Some(Code::Unknown),
            Status::Findings(vec![Code::Unknown]),
        ),
        (
            &["1 09:03 accepted", "2 18:22 decided"],
            Settlement::Settled,
            None,
            waiting(WaitingFor::Delivery, None),
        ),
        (
            &["2 18:22 held shared-user-name"],
            running("23:30"),
            None,
            Status::Findings(vec![Code::SharedUserName]),
        ),
        (
            &one,
            Settlement::Settled,
            None,
            Status::Findings(vec![Code::NoLogoff]),
        ),
    ];
    for (punches, settlement, code, status) in rows {
        let mut ours = settled(punches);
        ours.settlement = Some(settlement);
        ours.findings
            .extend(code.map(|code| finding(code, None, &["22:00"])));
        let checked = reconcile(sides(ours, Some(&["1 09:03"])));
        assert_eq!(
            *told(&checked).0,
            status,
            "{punches:?} {settlement:?} {code:?}"
        );
    }
}

#[test]
fn what_the_rules_give_and_no_round_has_stored_waits_for_a_round() {
    let mut ours = settled(&["1 09:03 accepted"]);
    ours.decided = vec![IN, OUT];
    let checked = reconcile(sides(ours, Some(&["1 09:03"])));
    let waiting = WaitingFor::Round;
    let expected = Status::Waiting {
        waiting,
        until: None,
    };
    assert_eq!(*told(&checked).0, expected);
}
