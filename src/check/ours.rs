//! Our side: what the logs and the state file say of the range.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::domain::decide::Decision;
use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Finding};
use crate::domain::no_link_code::LastSigns;
use crate::domain::pc_log::{LinkKind, LogId, PcLog, PcUserName};
use crate::domain::picture::{Material, Picture, picture};
use crate::domain::presence::Presence;
use crate::domain::punch::{Punch, PunchId, PunchState};
use crate::domain::reconcile::{OurDay, OurDays, PcDay};
use crate::domain::rules::Rules;
use crate::domain::shared_name::SharedName;
use crate::domain::time::{Jst, WorkDay};
use crate::domain::unlinked::{NamesByKind, unlinked};

/// So many days before the range say how long somebody has had no logs, or half days.
const DAYS_BEFORE: u64 = 7;

/// What is looked at.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The first work day.
    pub from: WorkDay,
    /// The last work day.
    pub to: WorkDay,
    /// Only this person.
    pub employee: Option<EmployeeKey>,
}

impl Scope {
    /// The work days, both ends included.
    pub fn days(&self) -> RangeInclusive<WorkDay> {
        self.from..=self.to
    }

    /// The last work day of the range that is over.
    pub fn last_over(&self, now: Jst) -> WorkDay {
        self.to.min(WorkDay::new(now.date_naive()).back(1))
    }

    pub(super) fn includes(&self, employee: &EmployeeKey) -> bool {
        self.employee.as_ref().is_none_or(|only| only == employee)
    }
}

/// Puts our side together by the relay's own rules, one part of the company after another.
pub struct Gathering<'a> {
    scope: &'a Scope,
    rules: &'a Rules,
    now: Jst,
    /// The user names that accounts bear.
    accounts: NamesByKind,
    of_names: Vec<Finding>,
    presence: Presence,
    signs: LastSigns,
}

impl<'a> Gathering<'a> {
    /// Nothing is known yet but the user names that accounts bear.
    pub fn new(scope: &'a Scope, rules: &'a Rules, accounts: NamesByKind, now: Jst) -> Self {
        Self {
            scope,
            rules,
            now,
            accounts,
            of_names: Vec::new(),
            presence: Presence::default(),
            signs: LastSigns::default(),
        }
    }

    /// The days of a part's people that have logs, punches or findings, by its logs and the punches of its people from
    /// the first day of the range on.
    pub fn look_at(&mut self, material: &Material, punches: Vec<Punch>) -> OurDays {
        let Self { scope, rules, .. } = *self;
        let picture = picture(material, rules, told_from(scope), self.now);
        let mut days = OurDays::new();
        let looked_at = |employee: &EmployeeKey, day: WorkDay| {
            let person = material.people.get(employee);
            let is_told = !person.is_some_and(|person| person.is_excluded_on(day));
            is_told && scope.days().contains(&day) && scope.includes(employee)
        };
        for ((employee, day), decision) in &picture.decisions {
            if looked_at(employee, *day) {
                let ours = day_of(&mut days, employee, *day);
                ours.settlement = Some(decision.settlement);
                ours.decided = decision.punches.iter().map(|punch| punch.kind).collect();
                ours.pc = pc_day(&picture, &material.logs, employee, *day, decision);
            }
        }
        for punch in punches {
            if punch.state != PunchState::Withdrawn && looked_at(&punch.employee, punch.work_day) {
                let (employee, day) = (punch.employee.clone(), punch.work_day);
                day_of(&mut days, &employee, day).punches.push(punch);
            }
        }
        for day in days.values_mut().flat_map(BTreeMap::values_mut) {
            let overwritten = |punch: &&Punch| punch.is_overwritten(&day.punches);
            let overwritten = day.punches.iter().filter(overwritten);
            let overwritten: BTreeSet<PunchId> = overwritten.map(|punch| punch.id).collect();
            day.punches.retain(|punch| !overwritten.contains(&punch.id));
        }
        tell(&mut days, picture.findings.iter().cloned(), scope);
        for day in days.values_mut().flat_map(BTreeMap::values_mut) {
            day.fit();
        }
        let of_names = of_names(scope, material, &self.accounts, &picture);
        self.of_names.extend(of_names);
        self.presence.look_at(&picture, &material.logs);
        self.signs.look_at(&material.logs);
        days
    }

    /// The findings about no day, once every part was looked at: of user names (`unlinked`, `shared-user-name`,
    /// `clock-wrong`), and those that concern a person or everybody at all times. `material` needs no logs; `gone` are the
    /// people whom KING OF TIME no longer lists.
    pub fn of_no_day(self, material: &Material, gone: &BTreeSet<EmployeeKey>) -> Vec<Finding> {
        let scope = self.scope;
        let mut findings = self.of_names;
        findings.sort_by(|a, b| a.identity().cmp(&b.identity()));
        if self.rules.require_link_code {
            findings.extend(link_codes(scope, material, &self.signs));
        }
        let days = told_from(scope)..=scope.last_over(self.now);
        let silent = self.presence.silent_people(material, gone, days);
        findings.extend(silent.into_iter().filter(|finding| {
            let mut person = finding.employee.iter();
            person.any(|person| scope.includes(person))
        }));
        findings
    }
}

/// Adds what was found of the range's days to those of the people.
pub(super) fn tell(days: &mut OurDays, findings: impl IntoIterator<Item = Finding>, scope: &Scope) {
    for finding in findings {
        if let (Some(employee), Some(day)) = (finding.employee.clone(), finding.work_day)
            && scope.days().contains(&day)
            && scope.includes(&employee)
        {
            day_of(days, &employee, day).findings.push(finding);
        }
    }
}

fn day_of<'a>(days: &'a mut OurDays, employee: &EmployeeKey, day: WorkDay) -> &'a mut OurDay {
    let people = days.entry(day).or_default();
    people.entry(employee.clone()).or_default()
}

/// Some days before the range, since it tells of a person how the days before were.
fn told_from(scope: &Scope) -> WorkDay {
    scope.from.back(DAYS_BEFORE)
}

/// What the PCs logged on a work day that was decided so.
fn pc_day(
    picture: &Picture,
    logs: &[PcLog],
    employee: &EmployeeKey,
    day: WorkDay,
    decision: &Decision,
) -> PcDay {
    let at = |index: Option<usize>| {
        let log = index.and_then(|index| logs.get(index));
        log.map(|log| log.raw.occurred_at)
    };
    let first = decision
        .first_logon
        .or(decision.night_logons.first().copied());
    PcDay {
        first_logon: at(first),
        last_logoff: at(decision.last_logoff),
        terminals: terminals(picture, logs, employee, day),
        sessions: picture.sessions_of(logs, employee, day),
    }
}

/// PCs without a link code whose last log lies in the range; of one person, that person's.
fn link_codes(scope: &Scope, material: &Material, signs: &LastSigns) -> Option<Finding> {
    signs.no_link_code(|log| {
        let day = WorkDay::new(log.raw.occurred_at.date_naive());
        let owner = material.links.owner_on(log.kind, &log.user_name, day);
        let theirs = scope.employee.is_none() || owner == scope.employee.as_ref();
        scope.days().contains(&day) && theirs
    })
}

fn terminals(
    picture: &Picture,
    logs: &[PcLog],
    employee: &EmployeeKey,
    day: WorkDay,
) -> Vec<String> {
    let mut terminals: Vec<String> = Vec::new();
    for log in picture
        .logs_of(employee, day)
        .iter()
        .filter_map(|index| logs.get(*index))
    {
        if !terminals.contains(&log.raw.terminal) {
            terminals.push(log.raw.terminal.clone());
        }
    }
    terminals
}

/// The findings about user names that concern the range: by logs that occurred or came in it, and for
/// a name that may be two people's by the days on which its punches are held.
fn of_names(
    scope: &Scope,
    material: &Material,
    accounts: &NamesByKind,
    picture: &Picture,
) -> Vec<Finding> {
    let in_range = |log: &PcLog| {
        let days = [log.raw.occurred_at, log.raw.collected_at];
        days.iter()
            .any(|moment| scope.days().contains(&WorkDay::new(moment.date_naive())))
    };
    let by_id: BTreeMap<LogId, &PcLog> = material.logs.iter().map(|log| (log.id, log)).collect();
    let rests_in_range = |finding: &Finding| {
        let mut logs = finding.evidence.logs.iter();
        logs.any(|id| by_id.get(&LogId(*id)).is_some_and(|log| in_range(log)))
    };
    let mut names = picture.unlinked(&material.logs);
    for logs in names.values_mut() {
        logs.retain(|log| in_range(log));
    }
    names.retain(|_, logs| !logs.is_empty());

    let mut findings = unlinked(names, accounts);
    let shared = picture
        .shared
        .iter()
        .filter(|shared| shared.concerns(scope.from, scope.to));
    findings.extend(shared.map(SharedName::finding));
    let clocks = picture
        .findings
        .iter()
        .filter(|finding| finding.code == Code::ClockWrong && rests_in_range(finding));
    findings.extend(clocks.cloned());
    findings.retain(|finding| is_theirs(finding, scope, material));
    findings
}

/// Whether a finding about a user name concerns the person who is looked at: it is that person's name,
/// or the nearest account to it is.
fn is_theirs(finding: &Finding, scope: &Scope, material: &Material) -> bool {
    let Some(only) = &scope.employee else {
        return true;
    };
    let nearest = finding.evidence.facts.get("nearest");
    let nearest = nearest.map(|name| PcUserName::new(name.as_str()));
    let is_theirs = |name| {
        let mut kinds = LinkKind::ALL.into_iter();
        kinds.any(|kind| material.links.owner_on(kind, name, scope.to) == Some(only))
    };
    finding.user.iter().chain(&nearest).any(is_theirs)
}
