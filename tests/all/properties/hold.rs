//! The properties.

use std::collections::BTreeSet;

use chrono::NaiveTime;
use pcpunch::domain::decide::Decided;
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
        let whose = (&verdict.employee, verdict.work_day);
        let occurred_at = verdict.log.raw.occurred_at;
        format!("{occurred_at} {whose:?} {}", verdict.fate.name())
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

/// 出勤, pairs of 休憩, 退勤, in order of time; breaks only beside a 退勤, strictly inside, long enough.
fn is_well_formed(punches: &[Decided], least: Option<u32>) -> Result<(), &'static str> {
    let of = |kind| punches.iter().filter(move |punch| punch.kind == kind);
    if of(PunchKind::ClockIn).count() > 1 || of(PunchKind::ClockOut).count() > 1 {
        return Err("more than one 出勤 or 退勤");
    }
    let (clock_in, clock_out) = (
        of(PunchKind::ClockIn).next(),
        of(PunchKind::ClockOut).next(),
    );
    if let (Some(clock_in), Some(clock_out)) = (clock_in, clock_out)
        && clock_out.time < clock_in.time
    {
        return Err("a 退勤 before its 出勤");
    }
    let breaks: Vec<&Decided> = punches
        .iter()
        .filter(|punch| punch.kind.is_break())
        .collect();
    if breaks.is_empty() {
        return Ok(());
    }
    let (Some(least), Some(clock_out)) = (least, clock_out) else {
        return Err("a break without 退勤, or where none is punched");
    };
    let after_it = clock_in.is_none_or(|clock_in| clock_in.time < breaks[0].time);
    let rises = breaks.windows(2).all(|pair| pair[0].time < pair[1].time);
    if !(after_it && rises && breaks[breaks.len() - 1].time < clock_out.time) {
        return Err("a break out of order");
    }
    let is_pair = |pair: &[&Decided]| {
        pair.len() == 2
            && (pair[0].kind, pair[1].kind) == (PunchKind::BreakStart, PunchKind::BreakEnd)
            && pair[1].time.minutes_since(pair[0].time) >= i64::from(least)
    };
    if breaks.chunks(2).all(is_pair) {
        Ok(())
    } else {
        Err("breaks that are no pairs")
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_day_has_one_clock_in_one_clock_out_after_it_and_its_breaks_in_pairs_between(history in history()) {
        let material = history.material(&history.company, &history.logs);
        let picture = draw(&history, &history.logs);
        let mut grounds: BTreeSet<(LogId, PunchKind)> = BTreeSet::new();
        for ((employee, day), decision) in &picture.decisions {
            prop_assert!(!History::is_excluded(&history.company, employee, *day));
            let punches = &decision.punches;
            prop_assert!(punches.iter().all(|punch| Some(*day) >= history.rules.since && punch.time.start() <= history.now));
            for punch in punches {
                let ground = material.logs.iter().find(|log| log.id == punch.ground).unwrap();
                prop_assert_eq!(Minute::cut(ground.raw.occurred_at), punch.time);
                let operation = match punch.kind {
                    PunchKind::ClockIn | PunchKind::BreakEnd => Operation::Logon,
                    PunchKind::ClockOut | PunchKind::BreakStart => Operation::Logoff,
                };
                prop_assert_eq!(&ground.raw.operation, &operation);
                prop_assert!(grounds.insert((punch.ground, punch.kind)), "one log is the ground of two punches");
            }
            let policy = history.policies.of(*day);
            if let Err(wrong) = is_well_formed(punches, policy.break_minutes()) {
                prop_assert!(false, "{wrong}: {punches:?}");
            }
        }
    }

    #[test]
    fn no_pc_of_the_person_has_a_log_on_within_a_break(history in history()) {
        let material = history.material(&history.company, &history.logs);
        let picture = draw(&history, &history.logs);
        let from = first_day().begins_at(NaiveTime::MIN);
        let verdicts = picture.verdicts(&material.logs, from, &BTreeSet::new(), &BTreeSet::new());
        for ((employee, _), decision) in &picture.decisions {
            let breaks: Vec<Minute> = decision.punches.iter()
                .filter(|punch| punch.kind.is_break()).map(|punch| punch.time).collect();
            for pair in breaks.chunks(2) {
                let inside = verdicts.iter().filter(|verdict| verdict.employee.as_ref() == Some(employee));
                let mut logons = inside.map(|verdict| verdict.log).filter(|log| log.raw.operation == Operation::Logon);
                let within = logons.find(|log| pair[0] < Minute::cut(log.raw.occurred_at) && Minute::cut(log.raw.occurred_at) < pair[1]);
                prop_assert!(within.is_none(), "{within:?} in {pair:?}");
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
            let minute = (punch.rolling || punch.kind.is_break()).then_some(punch.time);
            prop_assert!(places.insert((punch.employee.clone(), punch.work_day, punch.kind, minute)));
            if punch.state != PunchState::Withdrawn {
                let ground = (punch.logs.clone(), punch.kind);
                prop_assert!(grounds.insert(ground), "one log is the ground of two punches");
            }
        }
        let told = plan.findings.iter().filter(|finding| finding.code == Code::LateChange);
        for finding in told {
            let sent = after.0.iter().any(|punch| {
                punch.may_have_left && Some(&punch.employee) == finding.employee.as_ref()
                    && Some(punch.work_day) == finding.work_day
            });
            prop_assert!(sent);
        }
    }
}
