//! Two days of a company, a round every five minutes from 00:00 of the first to 12:00 of the third, while the
//! services' clocks are half a minute wrong: nothing is asked in the closed hours, and all punches are there.

mod edges;

use std::io::{self, Write};
use std::ops::Range;

use chrono::{NaiveTime, TimeDelta, Timelike};
use pcpunch::domain::time::Jst;
use pcpunch::sandbox::{Employee, Log, Request};

use super::scale::Scale;
use crate::harness::{Office, moment, pc_log};

type Somebody = (&'static str, &'static str, &'static str, &'static str);

/// In minutes of the day: KING OF TIME's closed hours.
const CLOSED: [Range<u32>; 2] = [8 * 60 + 30..10 * 60, 17 * 60 + 30..18 * 60 + 30];
/// How wrong the services' clocks are, in seconds: behind and ahead.
const SKEWS: [i64; 2] = [-30, 30];
const DAYS: [&str; 2] = ["2024-12-17", "2024-12-18"];
/// From 00:00 of the first day to 12:00 of the third.
const ROUNDS: i64 = 60 * 12 + 1;
/// Where the work days of the late workers' division begin.
const LATE_BORDER: u32 = 5 * 60;
const LATE_DIVISION: &str = "5000";
/// A round with nothing to do asks MaLion once and, where something was sent unread, KING OF TIME once.
const IDLE: usize = 2;

/// Somebody's day, twice, and how many minutes later MaLion has the logs of it.
struct Worker {
    person: Somebody,
    division: Option<&'static str>,
    comes: (&'static str, i64),
    goes: (&'static str, i64),
}

const fn works(person: Somebody, comes: (&'static str, i64), goes: (&'static str, i64)) -> Worker {
    Worker {
        person,
        division: None,
        comes,
        goes,
    }
}

/// Logs before, in and after the closed hours and on their edges; logs that come hours later, in them.
const WORKERS: [Worker; 9] = [
    works(
        ("1000", "勤怠", "太郎", "tarouk"),
        ("08:24:50", 2),
        ("17:21:10", 1),
    ),
    works(
        ("1001", "打刻", "花子", "hanako"),
        ("08:30:00", 0),
        ("17:30:00", 0),
    ),
    works(
        ("1002", "勤怠", "次郎", "jirok"),
        ("09:03:12", 3),
        ("17:45:40", 2),
    ),
    works(
        ("1003", "出勤", "梅子", "umeko"),
        ("09:59:59", 0),
        ("18:29:59", 0),
    ),
    works(
        ("1004", "退勤", "桜子", "sakurako"),
        ("10:00:00", 0),
        ("18:30:00", 1),
    ),
    works(
        ("1005", "早番", "一郎", "ichiro"),
        ("05:10:05", 4),
        ("13:30:00", 2),
    ),
    // MaLion has the ログオン in the evening's closed hours, the ログオフ in the next morning's.
    works(
        ("1006", "遅延", "三郎", "saburo"),
        ("09:10:00", 500),
        ("18:05:30", 875),
    ),
    // Both at night, when the day is over and its last reading was long ago.
    works(
        ("1007", "遅延", "四郎", "shiro"),
        ("11:00:00", 720),
        ("16:40:00", 380),
    ),
    Worker {
        person: ("1008", "遅番", "五郎", "goro"),
        division: Some(LATE_DIVISION),
        comes: ("14:02:00", 1),
        goes: ("25:20:30", 1),
    },
];

impl Worker {
    /// A time of that day, `25:20` on the next one.
    fn at(&self, day: &str, time: &str) -> Jst {
        let parts: Vec<i64> = time
            .split(':')
            .map(|part| part.parse().expect("a number"))
            .collect();
        let seconds = parts.iter().fold(0, |sum, part| sum * 60 + part);
        moment(&format!("{day} 00:00")) + TimeDelta::seconds(seconds)
    }

    fn log(&self, day: &str, (time, late): (&str, i64), operation: &str) -> Log {
        let (code, .., user) = self.person;
        let at = self.at(day, time);
        let at = at.format("%Y-%m-%d %H:%M:%S");
        let mut log = pc_log(&format!("{at} PC-{code} {user} {operation}"));
        log.collected_at += TimeDelta::minutes(late);
        log
    }

    fn logs(&self) -> impl Iterator<Item = Log> {
        let of_day = |day| {
            let on = self.log(day, self.comes, "ログオン");
            [on, self.log(day, self.goes, "ログオフ")]
        };
        DAYS.into_iter().flat_map(of_day)
    }

    /// What KING OF TIME is to have of them, as [`Office::kot_has`] writes it.
    fn punches(&self) -> impl Iterator<Item = String> {
        let line = |day: &str, kind, (time, _): (&str, i64)| {
            let time = self.at(day, time).format("%Y-%m-%d %H:%M").to_string();
            let time = time.strip_prefix(&format!("{day} ")).unwrap_or(&time);
            format!("{} {day} {kind} {time}", self.person.0)
        };
        let of_day = move |day| [line(day, "出勤", self.comes), line(day, "退勤", self.goes)];
        DAYS.into_iter().flat_map(of_day)
    }
}

/// The company on the eve of the first day, its services' clocks wrong by so many seconds.
fn company(skew: i64) -> Office {
    let office = Office::empty(&[]).set_up();
    office.setting("link.employees", "on");
    let kot = &office.sandbox.kot;
    let border = NaiveTime::from_num_seconds_from_midnight_opt(LATE_BORDER * 60, 0);
    kot.add_division(LATE_DIVISION, "夜間", border.expect("a border"));
    for Worker {
        person, division, ..
    } in &WORKERS
    {
        let (code, last, first, _) = person;
        kot.add_employee(Employee::new(code, last, first, division.unwrap_or("1000")));
    }
    office.opens(&WORKERS.map(|worker| worker.person));
    office.malion_has(WORKERS.iter().flat_map(Worker::logs));
    kot.skew_clock(TimeDelta::seconds(skew));
    office.sandbox.malion.skew_clock(TimeDelta::seconds(skew));
    office
}

/// When the rounds begin: all of them, or those around where something changes and every half hour.
fn rounds(scale: Scale) -> impl Iterator<Item = Jst> {
    let first = moment(&format!("{} 00:00", DAYS[0]));
    let is_played = move |at: &Jst| {
        let minute = at.hour() * 60 + at.minute();
        let hours = CLOSED.iter().flat_map(|hours| [hours.start, hours.end]);
        let mut turns = hours.chain([0, LATE_BORDER, 24 * 60]);
        let is_near = turns.any(|turn| turn.abs_diff(minute) <= 10);
        scale == Scale::Whole || is_near || minute.is_multiple_of(30)
    };
    let each = (0..ROUNDS).map(move |round| first + TimeDelta::minutes(5 * round));
    each.filter(is_played)
}

/// Whether a service did what it was asked, and KING OF TIME showed nothing in its closed hours by its own clock.
fn is_let_in(request: &Request) -> bool {
    let minute = request.at.hour() * 60 + request.at.minute();
    let is_closed = CLOSED.iter().any(|hours| hours.contains(&minute));
    let is_question = request.method == "GET" && request.path.starts_with("/v1.0/");
    matches!(request.status, Some(200..300)) && !(is_question && is_closed)
}

/// What came of one run of all rounds.
#[derive(Default)]
struct Count {
    rounds: usize,
    requests: usize,
    syncs: usize,
}

impl Count {
    /// One round ends well; everything that it asked was let in, and was not much.
    #[track_caller]
    fn round(&mut self, office: &Office) {
        let ran = office.relay().exits(0);
        let kot = &office.sandbox.kot;
        let malion = &office.sandbox.malion;
        let (of_kot, of_malion) = (kot.requests(), malion.requests());
        kot.clear_requests();
        malion.clear_requests();
        let mut asked = of_kot.iter().chain(&of_malion);
        assert!(
            asked.all(is_let_in),
            "{of_kot:#?}\n{of_malion:#?}\n{}",
            ran.told()
        );
        let is_sync = of_kot.iter().any(|one| one.path.ends_with("/employees"));
        let is_idle = !is_sync && of_kot.iter().all(|one| one.method == "GET");
        let requests = of_kot.len() + of_malion.len();
        assert!(!is_idle || requests <= IDLE, "{of_kot:#?}\n{}", ran.told());
        self.rounds += 1;
        self.requests += requests;
        self.syncs += usize::from(is_sync);
    }

    /// Says the counts beside the test run's own lines.
    fn tell(&self, skew: i64, settings: &[(&str, &str)]) {
        let Self {
            rounds, requests, ..
        } = self;
        let with = settings
            .iter()
            .map(|(key, value)| format!(", {key} {value}"));
        let with: String = with.collect();
        let told =
            format!("two days, clocks {skew:+} s{with}: rounds {rounds}, requests {requests}");
        writeln!(io::stderr(), "{told}, refused 0, lost 0, doubled 0").expect("stderr");
    }
}

#[track_caller]
fn two_days(skew: i64, settings: &[(&str, &str)], scale: Scale) {
    let office = company(skew);
    for (key, value) in settings {
        office.setting(key, value);
    }
    // The first round of all looks back over weeks.
    office.at("2024-12-16 23:55").relay().exits(0);
    office.sandbox.kot.clear_requests();
    office.sandbox.malion.clear_requests();
    let mut count = Count::default();
    for at in rounds(scale) {
        office.is_at(at);
        count.round(&office);
    }
    let expected: Vec<String> = WORKERS.iter().flat_map(Worker::punches).collect();
    office.kot_has(&expected.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(count.syncs, DAYS.len() + 1, "one sync a day");
    count.tell(skew, settings);
}

#[test]
fn nothing_is_refused_and_all_punches_come_while_the_clocks_are_half_a_minute_wrong() {
    for skew in SKEWS {
        two_days(skew, &[], Scale::asked());
    }
}

#[test]
fn so_it_is_where_what_is_in_the_closed_hours_goes_unread() {
    let scale = Scale::asked();
    let send = [("punch.in_closed_hours", "send")];
    for skew in &SKEWS[..scale.bound(1, SKEWS.len())] {
        two_days(*skew, &send, scale);
    }
}
