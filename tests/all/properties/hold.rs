//! The properties.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveTime;
use pcpunch::domain::employee::EmployeeKey;
use pcpunch::domain::finding::Code;
use pcpunch::domain::pc_log::{LogId, Operation, RawLog};
use pcpunch::domain::picture::{Picture, picture};
use pcpunch::domain::punch::{PunchKind, PunchState};
use pcpunch::domain::session::{Event, pair};
use pcpunch::domain::time::{Minute, WorkDay};
use proptest::prelude::*;
use proptest::sample::Index;

use super::histories::{Company, History, first_day, history};
use super::stored::Stored;

/// Punches, findings and fates without the numbers that logs get as they arrive.
#[derive(Debug, PartialEq)]
struct Told {
    punches: BTreeSet<(EmployeeKey, WorkDay, PunchKind, Minute)>,
    findings: BTreeSet<Vec<String>>,
    /// By second: which of two logs of one second is the ground, their order of arrival may say.
    fates: Vec<String>,
}

fn draw(history: &History, arrival: &[RawLog]) -> Picture {
    draw_of(history, &history.company, arrival)
}

fn draw_of(history: &History, company: &Company, arrival: &[RawLog]) -> Picture {
    picture(
        &history.material(company, arrival),
        &history.rules,
        first_day(),
        history.now,
    )
}

fn told(history: &History, arrival: &[RawLog]) -> Told {
    let picture = draw(history, arrival);
    let punches = picture.decisions.iter().flat_map(|((key, day), decision)| {
        let punches = decision.punches.iter();
        punches.map(|punch| (key.clone(), *day, punch.kind, punch.time))
    });
    let findings = picture.findings.iter().map(|finding| {
        let of = (&finding.employee, &finding.user, finding.work_day);
        let mut words = vec![finding.code.name().to_owned(), format!("{of:?}")];
        words.extend(finding.evidence.times.clone());
        words
    });
    let logs = history.material(&history.company, arrival).logs;
    let grounds = picture
        .decisions
        .values()
        .flat_map(|decision| &decision.punches);
    let grounds: BTreeSet<LogId> = grounds.map(|punch| punch.ground).collect();
    let from = first_day().begins_at(NaiveTime::MIN);
    let verdicts = picture.verdicts(&logs, from, &grounds, &BTreeSet::new());
    let fates = verdicts.iter().map(|verdict| {
        let log = logs.iter().find(|log| log.id == verdict.log).unwrap();
        let whose = (&verdict.employee, verdict.work_day);
        format!("{} {whose:?} {}", log.raw.occurred_at, verdict.fate.name())
    });
    let mut fates: Vec<String> = fates.collect();
    fates.sort();
    Told {
        punches: punches.collect(),
        findings: findings.collect(),
        fates,
    }
}

fn shuffled(logs: &[RawLog], order: &[Index]) -> Vec<RawLog> {
    let mut rest = logs.to_vec();
    let picks = order.iter().cycle();
    picks
        .take(logs.len())
        .map(|pick| {
            let position = pick.index(rest.len());
            rest.remove(position)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_person_has_one_clock_in_and_one_clock_out_a_day_at_most_and_in_order(history in history()) {
        let material = history.material(&history.company, &history.logs);
        let picture = draw(&history, &history.logs);
        let mut grounds: BTreeMap<(LogId, PunchKind), &WorkDay> = BTreeMap::new();
        for ((_, day), decision) in &picture.decisions {
            let of = |kind| decision.punches.iter().filter(move |punch| punch.kind == kind);
            prop_assert!(of(PunchKind::ClockIn).count() <= 1);
            prop_assert!(of(PunchKind::ClockOut).count() <= 1);
            prop_assert!(decision.punches.len() <= 2, "no breaks unless they are asked for");
            if let (Some(clock_in), Some(clock_out)) = (of(PunchKind::ClockIn).next(), of(PunchKind::ClockOut).next()) {
                prop_assert!(clock_in.time <= clock_out.time);
            }
            for punch in &decision.punches {
                prop_assert!(Some(*day) >= history.rules.since);
                let ground = material.logs.iter().find(|log| log.id == punch.ground).unwrap();
                prop_assert_eq!(Minute::cut(ground.raw.occurred_at), punch.time);
                let operation = match punch.kind {
                    PunchKind::ClockIn => Operation::Logon,
                    _ => Operation::Logoff,
                };
                prop_assert_eq!(&ground.raw.operation, &operation);
                let other = grounds.insert((punch.ground, punch.kind), day);
                prop_assert!(other.is_none(), "one log is the ground of two punches");
            }
        }
    }

    #[test]
    fn the_order_in_which_logs_arrive_does_not_matter(
        history in history(),
        order in prop::collection::vec(any::<Index>(), 1..20),
    ) {
        let other = shuffled(&history.logs, &order);
        prop_assert_eq!(told(&history, &history.logs), told(&history, &other));
    }

    #[test]
    fn a_log_begins_or_ends_one_session_or_is_unpaired(history in history()) {
        let events: Vec<Event> = history.logs.iter().enumerate().map(|(index, log)| Event {
            index,
            at: log.occurred_at,
            operation: log.operation.clone(),
            day: WorkDay::new(log.occurred_at.date_naive()),
        }).collect();
        let at = |index: usize| events[index].at;
        let (sessions, unpaired) = pair(events.clone());
        let mut used = BTreeSet::new();
        for session in &sessions {
            prop_assert!(used.insert(session.logon));
            prop_assert_eq!(&events[session.logon].operation, &Operation::Logon);
            if let Some(logoff) = session.logoff {
                prop_assert!(used.insert(logoff));
                prop_assert_eq!(&events[logoff].operation, &Operation::Logoff);
                prop_assert!(at(session.logon) <= at(logoff));
                prop_assert!(session.replaced_by.is_none());
            }
        }
        for logoff in unpaired {
            prop_assert!(used.insert(logoff.logoff));
            prop_assert_eq!(&events[logoff.logoff].operation, &Operation::Logoff);
        }
        let logoffs = events.iter().filter(|event| event.operation == Operation::Logoff);
        prop_assert!(logoffs.clone().all(|event| used.contains(&event.index)));
    }

    #[test]
    fn a_plan_that_was_carried_out_changes_nothing_more(history in history()) {
        let picture = draw(&history, &history.logs);
        let oldest = first_day().next().next();
        let stored = Stored::default();
        let stored = stored.changed(&stored.plan(&picture, oldest).changes);
        prop_assert_eq!(stored.plan(&picture, oldest).changes, []);
        let sent = stored.half_sent();
        prop_assert_eq!(sent.plan(&picture, oldest).changes, []);
    }

    #[test]
    fn whatever_comes_later_what_was_sent_stays_as_it_was_sent(history in history(), known in any::<Index>()) {
        let known = known.index(history.logs.len() + 1);
        let early = draw(&history, &history.logs[..known]);
        let oldest = first_day();
        let stored = Stored::default();
        let sent = stored.changed(&stored.plan(&early, oldest).changes).half_sent();

        let late = draw_of(&history, &history.changed_company, &history.logs);
        let plan = sent.plan(&late, oldest);
        let after = sent.changed(&plan.changes);
        prop_assert_eq!(after.plan(&late, oldest).changes, []);
        for punch in sent.0.iter().filter(|punch| punch.may_have_left) {
            prop_assert!(after.0.contains(punch));
        }
        let mut places = BTreeSet::new();
        let mut grounds = BTreeSet::new();
        for punch in &after.0 {
            prop_assert!(places.insert((punch.employee.clone(), punch.work_day, punch.kind)));
            if punch.state != PunchState::Withdrawn {
                let ground = (punch.logs.clone(), punch.kind);
                prop_assert!(grounds.insert(ground), "one log is the ground of two punches");
            }
        }
        let told = plan.findings.iter().filter(|finding| finding.code == Code::LateChange);
        for finding in told {
            let of_it = |kind: PunchKind| after.0.iter().any(|punch| {
                punch.may_have_left && Some(&punch.employee) == finding.employee.as_ref()
                    && Some(punch.work_day) == finding.work_day && punch.kind == kind
            });
            prop_assert!(of_it(PunchKind::ClockIn) || of_it(PunchKind::ClockOut));
        }
    }
}
