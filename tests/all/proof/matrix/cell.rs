//! One cell of the matrix: a round killed at a point, a fault, and a way for KING OF TIME to be.

use std::collections::BTreeMap;
use std::fmt;

use pcpunch::sandbox::Request;
use serde_json::Value;

use super::eve::Eve;
use super::faults::{Row, all_end};
use super::points::{Point, go_on};
use super::rounds::line_of;
use super::switches::Switch;
use super::toll::Toll;
use crate::harness::{Noted, Office};
use crate::proof::tell;

/// Which rounds meet the fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meets {
    TheKilled,
    TheNext,
    Both,
}

impl Meets {
    pub(super) const ALL: [Self; 3] = [Self::TheKilled, Self::TheNext, Self::Both];
}

/// One history.
pub(super) struct Cell<'a> {
    pub(super) point: Point,
    pub(super) fault: &'a Row,
    pub(super) switch: &'static Switch,
    pub(super) meets: Meets,
}

impl Cell<'_> {
    /// Plays it to its end, and holds KING OF TIME's own record against what it is to be.
    pub(super) fn play(&self, eve: &Eve) -> Toll {
        let office = eve.office(self.switch);
        for (key, value) in self.fault.settings {
            office.setting(key, value);
        }
        if self.meets != Meets::TheNext {
            self.fault.begins(&office.sandbox);
        }
        let struck = self.point.strikes(&office);
        let was_met = met(&office) > usize::from(struck.is_killed && self.is_at_a_request());
        all_end(&office.sandbox);
        let is_met_later = self.recovers(eve, &office, || {
            if let Some(hold) = &struck.pending {
                go_on(hold);
            }
        });
        let toll = self.counts(eve, &office);
        if toll.is_wrong() {
            tell(&format!("{}: {self}: {}", eve.doomed.name, told(&office)));
        }
        Toll {
            cells: 1,
            killed: usize::from(struck.is_killed),
            faulty: usize::from(was_met || is_met_later),
            whole: usize::from(!struck.is_killed && !was_met),
            ..toll
        }
    }

    fn is_at_a_request(&self) -> bool {
        matches!(self.point, Point::Logs(..) | Point::Kot(..))
    }

    /// The rounds after the kill; whether one of them met the fault, which then ends. `meanwhile` happens after the
    /// first.
    fn recovers(&self, eve: &Eve, office: &Office, meanwhile: impl FnOnce()) -> bool {
        let doomed = &eve.doomed;
        let mut is_armed = self.meets != Meets::TheKilled;
        if is_armed {
            self.fault.begins(&office.sandbox);
        }
        let before = met(office);
        let mut meanwhile = Some(meanwhile);
        let mut is_due = true;
        let times = [doomed.soon]
            .into_iter()
            .chain(doomed.later.iter().copied());
        for time in times.chain(doomed.last.iter().copied()) {
            if !is_due && time != doomed.last[0] {
                continue;
            }
            office.at(time);
            // What the killed round had sent may arrive beside the first one's own requests.
            if time == doomed.soon || doomed.sends_unread() {
                office.relay().ends_like_a_round();
            } else {
                office.round_of_any_end();
            }
            if let Some(meanwhile) = meanwhile.take() {
                meanwhile();
            }
            let is_over = is_armed && met(office) > before;
            if is_over {
                all_end(&office.sandbox);
                is_armed = false;
            }
            is_due = is_over || is_waiting(office);
        }
        met(office) > before
    }

    /// What KING OF TIME has too little and too much of.
    fn counts(&self, eve: &Eve, office: &Office) -> Toll {
        let mut overwrites = false;
        office
            .sandbox
            .kot
            .switch(|switches| overwrites = switches.overwrite_out);
        let expected = eve.doomed.expected(overwrites);
        let mut wanted: BTreeMap<String, usize> =
            expected.into_iter().map(|line| (line, 0)).collect();
        let to_a_person = self.left_to_a_person(office);
        let mut strange = 0;
        for punch in office.sandbox.kot.punches() {
            let line = line_of(&punch);
            // What a later 退勤 overwrites stands as long as that one is a person's.
            let stands = to_a_person > 0 && eve.doomed.not_overwritten.contains(&line.as_str());
            match wanted.get_mut(&line) {
                Some(count) => *count += 1,
                None => strange += usize::from(!stands),
            }
        }
        let missing = wanted.values().filter(|count| **count == 0).count();
        let doubled = wanted.values().filter(|count| **count > 1).count();
        Toll {
            lost: missing.abs_diff(to_a_person),
            doubled: doubled + strange + applied_twice(office),
            to_a_person,
            ..Toll::default()
        }
    }

    /// The punches that a person must decide: one that was sent twice and lost both times, and what waits behind
    /// it on its day. There is no other reason, and the relay tells of each.
    fn left_to_a_person(&self, office: &Office) -> usize {
        let book = office.book();
        let (lost, behind): (Vec<&Noted>, Vec<&Noted>) = book
            .iter()
            .filter(|punch| punch.state != "accepted")
            .partition(|punch| punch.state == "person");
        let is_left = |punch: &&Noted| self.fault.loses && punch.attempts == 2;
        let waits = |punch: &&Noted| {
            punch.attempts == 0 && lost.iter().any(|first| first.is_of_the_day_of(punch))
        };
        let are_left = lost.iter().all(is_left) && behind.iter().all(waits);
        assert!(are_left, "{}", told(office));
        if !lost.is_empty() {
            let checked = office.check("2024-12-17", "2024-12-18").exits(6);
            let findings = checked.document["findings"].as_array().expect("findings");
            for punch in &lost {
                let id = punch.id.to_string();
                let tells = |one: &Value| one["code"] == "person" && names(one, &id);
                assert!(findings.iter().any(tells), "{}", checked.ran.told());
            }
        }
        lost.len() + behind.len()
    }
}

/// Whether a finding is about that punch, or that one among others of its day.
fn names(finding: &Value, punch: &str) -> bool {
    let named = finding["evidence"]["punch"].as_str().unwrap_or_default();
    named.split(',').any(|one| one == punch)
}

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            point,
            fault,
            switch,
            meets,
        } = self;
        let (fault, switch) = (fault.name, switch.name);
        write!(f, "{point:?}, {fault} ({meets:?}), {switch}")
    }
}

/// How many requests met a fault so far; one that was held for a kill is among them.
fn met(office: &Office) -> usize {
    let faulty = |requests: Vec<Request>| requests.iter().filter(|one| one.faulty).count();
    faulty(office.sandbox.kot.requests()) + faulty(office.sandbox.malion.requests())
}

/// Whether a punch is neither there nor a person's.
fn is_waiting(office: &Office) -> bool {
    let waits = |punch: &Noted| ["decided", "sending", "unknown"].contains(&punch.state.as_str());
    office.book().iter().any(waits)
}

/// Punches that were applied more than once, also where KING OF TIME makes one of them.
fn applied_twice(office: &Office) -> usize {
    let requests = office.sandbox.kot.requests();
    let posts = requests
        .iter()
        .filter(|request| request.method == "POST" && request.applied);
    let mut applied: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for post in posts {
        *applied.entry((&post.path, &post.body)).or_default() += 1;
    }
    applied.into_values().filter(|count| *count > 1).count()
}

/// What is there and what the relay says of it, for the message of a failed cell.
fn told(office: &Office) -> String {
    let kot: Vec<String> = office.sandbox.kot.punches().iter().map(line_of).collect();
    let book: Vec<String> = office.book().iter().map(Noted::told).collect();
    format!("KING OF TIME {kot:#?}, the relay {book:#?}")
}
