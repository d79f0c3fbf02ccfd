//! Past days as tables: logs with the time of their collection in, what KING OF TIME would show out.

mod days;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveTime, Timelike};

use super::{Terms, replay};
use crate::domain::account::Link;
use crate::domain::employee::EmployeeKey;
use crate::domain::nights::Nights;
use crate::domain::ownership::Links;
use crate::domain::pc_log::{LinkKind, LogId, Operation, PcLog, PcUserName, RawLog};
use crate::domain::picture::Material;
use crate::domain::policy::{Policies, Policy};
use crate::domain::rules::{ClockIn, Person, QuietHours, Rules};
use crate::domain::sources::Sources;
use crate::domain::spans::Spans;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::work_day::Borders;

/// `17 09:03` of 2024-12 in Japan.
fn at(text: &str) -> Jst {
    let (day, time) = text.split_once(' ').unwrap();
    Jst::parse_from_rfc3339(&format!("2024-12-{day}T{time}:00+09:00")).unwrap()
}

fn day(number: u32) -> WorkDay {
    WorkDay::parse(&format!("2024-12-{number:02}")).unwrap()
}

/// How Taro's logs are met.
struct Past {
    rules: Rules,
    policy: Policy,
    night_shift: i64,
    sends_unread: bool,
    resigned: Option<WorkDay>,
    read_until: &'static str,
    now: &'static str,
    /// Whose `tarouk` is, and from which day on.
    links: Vec<(&'static str, WorkDay)>,
}

impl Past {
    fn new() -> Self {
        Self {
            rules: Rules {
                since: Some(WorkDay::EARLIEST),
                max_age_days: 14,
                clock_in: ClockIn::AtOnce,
                settle: Duration::minutes(360),
                quiet: Some(QuietHours {
                    from: NaiveTime::MIN,
                    to: NaiveTime::from_hms_opt(5, 0, 0).unwrap(),
                }),
                lookback: Duration::days(5),
                require_link_code: true,
                ignore_users: Vec::new(),
            },
            policy: Policy::default(),
            night_shift: 0,
            sends_unread: false,
            resigned: None,
            read_until: "31 12:00",
            now: "31 12:00",
            links: vec![("taro", WorkDay::EARLIEST)],
        }
    }

    fn with(change: impl FnOnce(&mut Self)) -> Self {
        let mut past = Self::new();
        change(&mut past);
        past
    }

    fn material(&self, lines: &[&str]) -> (Material, Vec<Link>) {
        let logs = lines.iter().zip(1..).map(|(line, id)| log(line, id));
        let mut logs: Vec<PcLog> = logs.collect();
        logs.sort_by_key(|log| (log.raw.occurred_at, log.id));
        let links = self.links.iter().map(|(key, from)| Link {
            kind: LinkKind::MaLion,
            user_name: PcUserName::new("tarouk"),
            employee: Some(EmployeeKey::new(*key)),
            from: *from,
        });
        let links: Vec<Link> = links.collect();
        let person = |key: &EmployeeKey| Person {
            key: key.clone(),
            hired: None,
            resigned: self.resigned,
            borders: Borders::midnight(),
            nights: Nights::always(Duration::hours(self.night_shift)),
            exclusions: Vec::new(),
        };
        let people = links.iter().filter_map(|link| link.employee.as_ref());
        let spans = Spans::new(vec![(at("01 00:00"), at(self.read_until))]);
        let material = Material {
            logs,
            people: people.map(|key| (key.clone(), person(key))).collect(),
            links: Links::new(links.clone()),
            sources: Sources::new(
                BTreeMap::from([(LinkKind::MaLion, spans)]),
                [LinkKind::MaLion],
            ),
            policies: Policies::new(vec![(WorkDay::EARLIEST, self.policy)]),
            ..Material::default()
        };
        (material, links)
    }

    /// What comes of `lines` on 12-17 and 12-18, `17 出勤 09:00 退勤 (no-logoff)` each; days without either are
    /// left out.
    fn gives(&self, lines: &[&str]) -> Vec<String> {
        let (material, links) = self.material(lines);
        let nobody = BTreeSet::new();
        let terms = Terms {
            rules: &self.rules,
            people: &material.people,
            policies: &material.policies,
            days: day(17)..=day(18),
            opens_at: &opens_at,
            sends_unread: self.sends_unread,
            moved: &nobody,
            now: at(self.now),
        };
        let mut told = Vec::new();
        for ((key, on), day) in replay(&material, &links, &terms) {
            let mut line = on.to_string().split_off(8);
            if self.links.len() > 1 {
                line = format!("{} {line}", key.as_str());
            }
            let empty = line.len();
            for (kind, time) in &day.punches {
                let over = time.start().date_naive() != on.date();
                let clock = time
                    .start()
                    .format(if over { "%d日%H:%M" } else { "%H:%M" });
                line.push_str(&format!(" {} {clock}", kind.label()));
            }
            for (kind, why) in &day.why {
                line.push_str(&format!(" {}({})", kind.label(), why.name()));
            }
            if !day.is_settled {
                line.push_str(" …");
            }
            if line.len() > empty && !line.ends_with("(no-pc-log)") {
                told.push(line);
            }
        }
        told
    }
}

/// Closed from 08:30 to 10:00, without a guard.
fn opens_at(moment: Jst) -> Option<Jst> {
    let closed = (8 * 60 + 30..10 * 60).contains(&(moment.hour() * 60 + moment.minute()));
    closed.then(|| {
        WorkDay::new(moment.date_naive()).begins_at(NaiveTime::from_hms_opt(10, 0, 0).unwrap())
    })
}

/// `17 09:00 on PC-1`; `<18 08:40` behind it for a later collection, `!` for a PC without a link code, `EX\` in
/// front of the PC for a domain.
fn log(line: &str, id: i64) -> PcLog {
    let (line, collected) = match line.split_once(" <") {
        Some((line, collected)) => (line, Some(at(collected))),
        None => (line, None),
    };
    let [day, time, operation, terminal] = line.split(' ').collect::<Vec<_>>()[..] else {
        panic!("{line}");
    };
    let occurred_at = at(&format!("{day} {time}"));
    let has_code = !terminal.starts_with('!');
    PcLog {
        id: LogId(id),
        kind: LinkKind::MaLion,
        user_name: PcUserName::new("tarouk"),
        raw: RawLog {
            log_id: None,
            occurred_at,
            collected_at: collected.unwrap_or(occurred_at),
            operation: match operation {
                "on" => Operation::Logon,
                "off" => Operation::Logoff,
                word => Operation::Other(word.to_owned()),
            },
            terminal: terminal.trim_start_matches('!').to_owned(),
            domain: terminal.trim_start_matches('!').to_owned(),
            user: "tarouk".to_owned(),
            link_code: Some(if has_code { "A01" } else { "" }.to_owned()),
        },
    }
}

#[test]
fn a_long_past_comes_out_as_each_of_its_days_does() {
    let past = Past::new();
    let (material, links) = past.material(&[
        "01 09:00 on PC-1",
        "01 18:00 off PC-1 <02 09:00",
        "02 09:00 on PC-1",
        "02 18:00 off PC-1 <20 09:00",
        "20 09:00 on PC-1",
        "20 18:00 off PC-1",
    ]);
    let nobody = BTreeSet::new();
    let over = |from: WorkDay, to: WorkDay| {
        let terms = Terms {
            rules: &past.rules,
            people: &material.people,
            policies: &material.policies,
            days: from..=to,
            opens_at: &opens_at,
            sends_unread: false,
            moved: &nobody,
            now: at(past.now),
        };
        replay(&material, &links, &terms)
    };
    // More than the days that are replayed at a time.
    let whole = over(WorkDay::parse("2024-10-01").unwrap(), day(31));
    let mut days = 0;
    for ((key, on), told) in &whole {
        let alone = over(*on, *on);
        assert_eq!(alone.get(&(key.clone(), *on)), Some(told), "{on}");
        days += 1;
    }
    assert_eq!(days, 92);
    let sent = whole.values().filter(|day| day.punches.len() == 2);
    assert_eq!(sent.count(), 3);
}
