//! Our side: what the logs and the state file say of the range.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::domain::employee::EmployeeKey;
use crate::domain::finding::{Code, Finding};
use crate::domain::no_link_code::no_link_code;
use crate::domain::pc_log::{LinkKind, LogId, PcLog, PcUserName};
use crate::domain::picture::{Material, Picture, picture};
use crate::domain::presence::{expected, silent_people};
use crate::domain::punch::{Punch, PunchId, PunchState};
use crate::domain::reconcile::{OurDay, PcDay};
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

    fn includes(&self, employee: &EmployeeKey) -> bool {
        self.employee.as_ref().is_none_or(|only| only == employee)
    }
}

/// Our side of a range.
#[derive(Clone, Debug, Default)]
pub struct OurSide {
    /// Every work day that has logs, punches or findings.
    pub days: BTreeMap<(EmployeeKey, WorkDay), OurDay>,
    /// Findings about no day: of user names (`unlinked`, `shared-user-name`, `clock-wrong`), and those
    /// that concern a person or everybody at all times.
    pub of_no_day: Vec<Finding>,
    /// The people who should have logs in the range, and have no ログオン in it.
    pub without_logon: BTreeSet<EmployeeKey>,
}

/// What stands in the state file beside the logs.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    /// The user names that accounts bear.
    pub accounts: NamesByKind,
    /// The people whom KING OF TIME no longer lists.
    pub gone: BTreeSet<EmployeeKey>,
    /// The punches from `scope.from` on.
    pub punches: Vec<Punch>,
}

/// Puts our side together by the relay's own rules.
pub fn our_side(
    scope: &Scope,
    material: &Material,
    stored: Stored,
    rules: &Rules,
    now: Jst,
) -> OurSide {
    // Some days more, since it tells of a person how the days before were.
    let from = scope.from.back(DAYS_BEFORE);
    let picture = picture(material, rules, from, now);
    let mut side = OurSide::default();
    let looked_at = |employee: &EmployeeKey, day: WorkDay| {
        let person = material.people.get(employee);
        let is_told = !person.is_some_and(|person| person.is_excluded_on(day));
        is_told && scope.days().contains(&day) && scope.includes(employee)
    };
    for ((employee, day), decision) in &picture.decisions {
        if !looked_at(employee, *day) {
            continue;
        }
        let ours = side.day(employee, *day);
        ours.settlement = Some(decision.settlement);
        ours.decided = decision.punches.iter().map(|punch| punch.kind).collect();
        let at = |index: Option<usize>| {
            let log = index.and_then(|index| material.logs.get(index));
            log.map(|log| log.raw.occurred_at)
        };
        let first = decision
            .first_logon
            .or(decision.night_logons.first().copied());
        ours.pc = PcDay {
            first_logon: at(first),
            last_logoff: at(decision.last_logoff),
            terminals: terminals(&picture, &material.logs, employee, *day),
            sessions: picture.sessions_of(&material.logs, employee, *day),
        };
    }
    for punch in stored.punches {
        if punch.state != PunchState::Withdrawn && looked_at(&punch.employee, punch.work_day) {
            let (employee, day) = (punch.employee.clone(), punch.work_day);
            side.day(&employee, day).punches.push(punch);
        }
    }
    for day in side.days.values_mut() {
        let overwritten = |punch: &&Punch| punch.is_overwritten(&day.punches);
        let overwritten = day.punches.iter().filter(overwritten);
        let overwritten: BTreeSet<PunchId> = overwritten.map(|punch| punch.id).collect();
        day.punches.retain(|punch| !overwritten.contains(&punch.id));
    }
    side.tell_of_days(picture.findings.iter().cloned(), scope);
    side.of_no_day = of_names(scope, material, &stored.accounts, &picture);
    side.of_no_day
        .extend(link_codes(scope, material).filter(|_| rules.require_link_code));
    let silent = silent_people(
        material,
        &picture,
        &stored.gone,
        from..=scope.last_over(now),
    );
    side.of_no_day.extend(silent.into_iter().filter(|finding| {
        let mut person = finding.employee.iter();
        person.any(|person| scope.includes(person))
    }));
    side.without_logon = without_logon(&side, scope, material, &stored.gone, now);
    side
}

/// The people who should have logs on days of the range that are over, and have no ログオン in it.
fn without_logon(
    side: &OurSide,
    scope: &Scope,
    material: &Material,
    gone: &BTreeSet<EmployeeKey>,
    now: Jst,
) -> BTreeSet<EmployeeKey> {
    let expected = expected(material, gone, scope.from..=scope.last_over(now));
    let mut people: BTreeSet<EmployeeKey> = expected.into_values().flatten().cloned().collect();
    people.retain(|person| scope.includes(person));
    for ((person, _), day) in &side.days {
        if day.pc.first_logon.is_some() {
            people.remove(person);
        }
    }
    people
}

/// PCs without a link code whose last log lies in the range; of one person, that person's.
fn link_codes(scope: &Scope, material: &Material) -> Option<Finding> {
    no_link_code(&material.logs, |log| {
        let day = WorkDay::new(log.raw.occurred_at.date_naive());
        let owner = material.links.owner_on(log.kind, &log.user_name, day);
        let theirs = scope.employee.is_none() || owner == scope.employee.as_ref();
        scope.days().contains(&day) && theirs
    })
}

impl OurSide {
    /// Takes in what punches, rounds and readings have found beside the logs.
    pub fn tell(&mut self, findings: Vec<Finding>, scope: &Scope) {
        let (of_no_day, of_days): (Vec<_>, Vec<_>) = findings
            .into_iter()
            .partition(|finding| finding.work_day.is_none());
        self.of_no_day.extend(of_no_day);
        self.tell_of_days(of_days, scope);
    }

    fn tell_of_days(&mut self, findings: impl IntoIterator<Item = Finding>, scope: &Scope) {
        for finding in findings {
            if let (Some(employee), Some(day)) = (finding.employee.clone(), finding.work_day)
                && scope.days().contains(&day)
                && scope.includes(&employee)
            {
                self.day(&employee, day).findings.push(finding);
            }
        }
    }

    fn day(&mut self, employee: &EmployeeKey, day: WorkDay) -> &mut OurDay {
        self.days.entry((employee.clone(), day)).or_default()
    }
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
