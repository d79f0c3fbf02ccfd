//! Random histories: logs of few names on few PCs, so that everything that can meet does.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveTime};
use pcpunch::domain::account::Link;
use pcpunch::domain::employee::EmployeeKey;
use pcpunch::domain::nights::Nights;
use pcpunch::domain::ownership::Links;
use pcpunch::domain::pc_log::{LinkKind, LogId, Operation, PcLog, PcUserName, RawLog};
use pcpunch::domain::picture::Material;
use pcpunch::domain::policy::{Policies, Policy};
use pcpunch::domain::rules::{ClockIn, Person, QuietHours, Rules};
use pcpunch::domain::sources::Sources;
use pcpunch::domain::spans::Spans;
use pcpunch::domain::time::{DaySpan, Jst, WorkDay};
use pcpunch::domain::work_day::Borders;
use proptest::prelude::*;

use crate::harness::moment;

/// When the histories begin; they last five days.
const BEGIN: &str = "2024-12-16 00:00";
const HOURS: i64 = 5 * 24;

/// One history with everything that the rules look at.
#[derive(Clone, Debug)]
pub(super) struct History {
    /// In order of arrival.
    pub(super) logs: Vec<RawLog>,
    /// Who is there, and whose user names are whose.
    pub(super) company: Company,
    /// The same after an import and a sync.
    pub(super) changed_company: Company,
    read: Vec<(Jst, Jst)>,
    pub(super) rules: Rules,
    pub(super) policies: Policies,
    pub(super) now: Jst,
}

/// People with their borders and user names.
#[derive(Clone, Debug)]
pub(super) struct Company {
    people: Vec<Person>,
    links: Vec<Link>,
}

impl History {
    /// Whether somebody of the company is set aside on a day.
    pub(super) fn is_excluded(company: &Company, employee: &EmployeeKey, day: WorkDay) -> bool {
        let mut people = company.people.iter();
        people.any(|person| person.key == *employee && person.is_excluded_on(day))
    }

    /// The material of a company with the logs numbered in this order of arrival.
    pub(super) fn material(&self, company: &Company, arrival: &[RawLog]) -> Material {
        let numbered = arrival.iter().zip(1..).map(|(raw, id)| PcLog {
            id: LogId(id),
            kind: LinkKind::MaLion,
            user_name: PcUserName::of_log(&raw.user),
            raw: raw.clone(),
        });
        let mut logs: Vec<PcLog> = numbered.collect();
        logs.sort_by_key(|log| (log.raw.occurred_at, log.id));
        let people = company
            .people
            .iter()
            .map(|person| (person.key.clone(), person.clone()));
        Material {
            logs,
            people: people.collect(),
            links: Links::new(company.links.clone()),
            sources: Sources::new(
                [(LinkKind::MaLion, Spans::new(self.read.clone()))].into(),
                [LinkKind::MaLion],
            ),
            allowed_shared: BTreeSet::new(),
            held_names: Vec::new(),
            policies: self.policies.clone(),
        }
    }
}

/// The first work day that any history can touch.
pub(super) fn first_day() -> WorkDay {
    WorkDay::new(moment(BEGIN).date_naive()).back(2)
}

/// Any history.
pub(super) fn history() -> impl Strategy<Value = History> {
    (
        prop::collection::vec(raw_log(), 0..40),
        (company(), company()),
        (0..6_u64, any::<bool>(), any::<bool>()),
        (0..=HOURS * 2, prop_oneof![2 => Just(-48), 1 => 0..=HOURS]),
        policies(),
    )
        .prop_map(
            |(
                logs,
                (company, changed_company),
                (since, at_once, quiet),
                (read_until, read_from),
                policies,
            )| {
                let hours = |hours| moment(BEGIN) + Duration::hours(hours);
                History {
                    logs: each_once(logs),
                    company,
                    changed_company,
                    read: vec![(hours(read_from.min(read_until)), hours(read_until))],
                    rules: rules(later(first_day(), since), at_once, quiet),
                    policies,
                    now: hours(HOURS * 2),
                }
            },
        )
}

/// One record taken twice is one log; the state file sees to that. Nor does one name log on to one PC as two
/// accounts in one second: which of the two began the session would be for their order of arrival to say.
fn each_once(mut logs: Vec<RawLog>) -> Vec<RawLog> {
    let mut seen = BTreeSet::new();
    logs.retain(|log| {
        let place = (log.terminal.clone(), log.user.clone());
        seen.insert((place, log.operation.label().to_owned(), log.occurred_at))
    });
    logs
}

fn later(day: WorkDay, days: u64) -> WorkDay {
    (0..days).fold(day, |day, _| day.next())
}

fn company() -> impl Strategy<Value = Company> {
    let night = prop_oneof![3 => Just(0_i64), 1 => Just(12)];
    (border(), night, links(), exclusions()).prop_map(|(border, night, links, exclusions)| {
        let borders = Borders::new(vec![(WorkDay::EARLIEST, border)]);
        Company {
            people: vec![
                Person {
                    exclusions,
                    ..person("taro", borders, night)
                },
                person("hanako", Borders::midnight(), 0),
            ],
            links,
        }
    })
}

/// A policy, and perhaps another from some day on.
fn policies() -> impl Strategy<Value = Policies> {
    let policy = || {
        let break_minutes = prop_oneof![Just(None), Just(Some(60)), Just(Some(15)), Just(Some(1))];
        let settled = break_minutes.prop_map(|break_minutes| Policy::Settled { break_minutes });
        prop_oneof![3 => settled, 1 => Just(Policy::Rolling)]
    };
    (policy(), prop::option::of((0..7_u64, policy()))).prop_map(|(first, changed)| {
        let changed = changed.map(|(days, policy)| (later(first_day(), days), policy));
        Policies::new(
            [(WorkDay::EARLIEST, first)]
                .into_iter()
                .chain(changed)
                .collect(),
        )
    })
}

/// One day or two on which somebody is set aside, or none.
fn exclusions() -> impl Strategy<Value = Vec<DaySpan>> {
    let span = (0..7_u64, 0..2_u64).prop_map(|(from, days)| {
        let from = later(first_day(), from);
        DaySpan {
            from: Some(from),
            until: Some(later(from, days)),
        }
    });
    prop_oneof![3 => Just(Vec::new()), 1 => span.prop_map(|span| vec![span])]
}

fn rules(since: WorkDay, at_once: bool, quiet: bool) -> Rules {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    Rules {
        since: Some(since),
        max_age_days: 14,
        clock_in: if at_once {
            ClockIn::AtOnce
        } else {
            ClockIn::Settled
        },
        settle: Duration::minutes(360),
        quiet: quiet.then_some(QuietHours {
            from: at(0),
            to: at(5),
        }),
        lookback: Duration::days(2),
        require_link_code: true,
        ignore_users: Vec::new(),
    }
}

fn person(key: &str, borders: Borders, night_hours: i64) -> Person {
    Person {
        key: EmployeeKey::new(key),
        hired: None,
        resigned: None,
        borders,
        nights: Nights::always(Duration::hours(night_hours)),
        exclusions: Vec::new(),
    }
}

fn border() -> impl Strategy<Value = NaiveTime> {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    prop_oneof![3 => Just(at(0)), 1 => Just(at(5)), 1 => Just(at(12))]
}

/// `tarouk` is Taro's, and perhaps Hanako's from some day on.
fn links() -> impl Strategy<Value = Vec<Link>> {
    let link = |name: &str, whose: Option<&str>, from| Link {
        kind: LinkKind::MaLion,
        user_name: PcUserName::new(name),
        employee: whose.map(EmployeeKey::new),
        from,
    };
    prop::option::of((0..7_u64, any::<bool>())).prop_map(move |moved| {
        let mut links = vec![
            link("tarouk", Some("taro"), WorkDay::EARLIEST),
            link("hanako", Some("hanako"), WorkDay::EARLIEST),
        ];
        if let Some((days, to_hanako)) = moved {
            let whose = to_hanako.then_some("hanako");
            links.push(link("tarouk", whose, later(first_day(), days)));
        }
        links
    })
}

fn raw_log() -> impl Strategy<Value = RawLog> {
    let seconds = prop_oneof![2 => Just(0_i64), 1 => Just(20), 1 => Just(59)];
    let operation = prop_oneof![
        5 => Just(Operation::Logon),
        5 => Just(Operation::Logoff),
        1 => Just(Operation::Other("ロック".to_owned())),
    ];
    let user = prop_oneof![8 => Just("tarouk"), 3 => Just("hanako"), 1 => Just("nobody"), 1 => Just("SYSTEM")];
    let terminal = prop_oneof![3 => Just("PC-1"), 2 => Just("PC-2")];
    let domain = prop_oneof![4 => Just("EXAMPLE"), 1 => Just("PC-1"), 1 => Just("")];
    let delay = prop_oneof![3 => Just(0_i64), 2 => 0..40_i64];
    (
        0..HOURS * 4,
        seconds,
        operation,
        user,
        terminal,
        domain,
        delay,
    )
        .prop_map(
            |(quarters, seconds, operation, user, terminal, domain, delay)| {
                let at =
                    moment(BEGIN) + Duration::minutes(quarters * 15) + Duration::seconds(seconds);
                RawLog {
                    log_id: None,
                    occurred_at: at,
                    collected_at: at + Duration::hours(delay),
                    operation,
                    terminal: terminal.to_owned(),
                    domain: domain.to_owned(),
                    user: user.to_owned(),
                    link_code: Some("A01".to_owned()),
                }
            },
        )
}
