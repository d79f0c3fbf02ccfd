//! All that is known on our side of KING OF TIME: every work day of every person, decided.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use super::decide::{Decision, Settlement, View, decide};
use super::employee::EmployeeKey;
use super::finding::{Code, Evidence, Finding};
use super::held_name::{HeldName, standing};
use super::left_on;
use super::ownership::Links;
use super::pc_log::{Fate, LinkKind, LogId, PcLog, PcUserName, Verdict};
use super::pc_session::PcSession;
use super::policy::Policies;
use super::rules::{People, Rules};
use super::shared_name::{SharedName, overlaps};
use super::sources::Sources;
use super::time::{Jst, WorkDay};
use super::timesheet::{Timesheet, timesheet};
use super::unlinked::LogsByName;

/// What the rules work on: logs in order of occurrence, and whom they can belong to.
#[derive(Clone, Debug, Default)]
pub struct Material {
    /// The logs, from some days before the first work day that is to be decided.
    pub logs: Vec<PcLog>,
    /// The people.
    pub people: People,
    /// Whose user names are whose.
    pub links: Links,
    /// What has been read whole of each product.
    pub sources: Sources,
    /// User names that a person said are one person's on several PCs.
    pub allowed_shared: BTreeSet<PcUserName>,
    /// User names that are held since an overlap was seen, however long ago.
    pub held_names: Vec<HeldName>,
    /// Which 退勤 and breaks each work day gives.
    pub policies: Policies,
}

/// The work days decided, and every log's fate as far as the logs alone tell it.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Decisions by person and work day, from the first day that was asked for.
    pub decisions: BTreeMap<(EmployeeKey, WorkDay), Decision>,
    /// User names that may be two people's.
    pub shared: Vec<SharedName>,
    /// User names that are held from now on, until a later picture.
    pub held_names: Vec<HeldName>,
    /// Findings, `no-logon` to `clock-wrong`, of days that can be punched.
    pub findings: Vec<Finding>,
    /// When it may look otherwise though nothing but the time changes and the sources are read on.
    pub changes_at: Jst,
    sheet: Timesheet,
}

/// Draws the picture. Decisions are made for work days from `first_day` on; days before `since` are
/// kept and told, never punched.
pub fn picture(material: &Material, rules: &Rules, first_day: WorkDay, now: Jst) -> Picture {
    let Material {
        logs,
        people,
        links,
        sources,
        policies,
        ..
    } = material;
    let sheet = timesheet(logs, people, links, rules, now);
    let mut decisions = BTreeMap::new();
    let mut changes_at = holds_at_most_until(now);
    let from_the_future = logs.partition_point(|log| log.raw.occurred_at <= now);
    if let Some(log) = logs.get(from_the_future) {
        changes_at = changes_at.min(log.raw.occurred_at);
    }
    for ((key, work_day), day) in &sheet.days {
        let Some(person) = people.get(key).filter(|_| *work_day >= first_day) else {
            continue;
        };
        let known = sources.of_day(day, logs, |kind| links.has_account(kind, key, *work_day));
        let sessions = sheet.sessions_of.get(key);
        let view = View {
            day,
            work_day: *work_day,
            person,
            sessions: sessions.map_or(&[], Vec::as_slice),
            logs,
            policy: policies.of(*work_day),
            rules,
        };
        let mut decision = decide(view, &known);
        let waits_until = decision.settlement.waits_until();
        let changes = waits_until.and_then(|until| known.changes_at(until, now));
        changes_at = changes.map_or(changes_at, |moment| changes_at.min(moment));
        if rules.since.is_none_or(|since| *work_day < since) {
            decision.punches.clear();
            decision.findings.clear();
        }
        decisions.insert((key.clone(), *work_day), decision);
    }
    let (shared, held_names) = shared_names(&sheet, material, rules, first_day);
    let mut picture = Picture {
        decisions,
        shared,
        held_names,
        findings: Vec::new(),
        changes_at,
        sheet,
    };
    picture.findings = picture.gather_findings(logs);
    left_on::mark(&mut picture.findings, picture.decisions.keys());
    picture
}

/// How old a day is, and how far back the rules look, changes at midnight.
pub fn holds_at_most_until(now: Jst) -> Jst {
    let tomorrow = WorkDay::new(now.date_naive()).next();
    tomorrow.begins_at(chrono::NaiveTime::MIN)
}

/// The names that may be two people's on work days from `first_day` on, and all that are held.
fn shared_names(
    sheet: &Timesheet,
    material: &Material,
    rules: &Rules,
    first_day: WorkDay,
) -> (Vec<SharedName>, Vec<HeldName>) {
    let Material { logs, links, .. } = material;
    let is_in_doubt = |name: &HeldName| !material.allowed_shared.contains(&name.name);
    let (local, untold): (Vec<_>, Vec<_>) = overlaps(sheet, logs, links)
        .into_iter()
        .filter(|overlap| is_in_doubt(&overlap.name))
        .partition(|overlap| overlap.is_local);
    let is_in_sight = |held: &HeldName| {
        let mut evidence = held.evidence.logs.iter();
        evidence.all(|id| logs.iter().any(|log| log.id.0 == *id))
    };
    let seen = local.into_iter().map(|overlap| overlap.name).collect();
    let mut held_names = standing(&material.held_names, seen, links, is_in_sight);
    held_names.retain(is_in_doubt);
    let held = held_names
        .iter()
        .filter_map(|name| SharedName::held(name.clone(), links, &material.people));
    let mut shared: Vec<SharedName> = held
        .filter(|held| held.days.until.is_none_or(|until| first_day <= until))
        .collect();
    let memory = rules.lookback.max(Duration::days(1));
    let notes = untold.into_iter();
    shared.extend(notes.map(|overlap| SharedName::noted(overlap, memory)));
    (shared, held_names)
}

impl Picture {
    /// Whether the user name of a log may be two people's on that day, so that its punches are held.
    pub fn is_shared(&self, log: &PcLog, day: WorkDay) -> bool {
        self.shared.iter().any(|shared| shared.holds(log, day))
    }

    /// The fates of all logs that occurred at or after `from`. `grounds` are the logs on which punches
    /// rest that are not withdrawn; `late` those that would change a punch already sent.
    pub fn verdicts<'a>(
        &self,
        logs: &'a [PcLog],
        from: Jst,
        grounds: &BTreeSet<LogId>,
        late: &BTreeSet<LogId>,
    ) -> Vec<Verdict<'a>> {
        let told = logs
            .iter()
            .enumerate()
            .filter(|(_, log)| log.raw.occurred_at >= from);
        told.map(|(index, log)| {
            let place = self.sheet.places.get(&index);
            let fate = if grounds.contains(&log.id) {
                Fate::Punched
            } else if late.contains(&log.id) {
                Fate::LateChange
            } else {
                self.fate(index, place)
            };
            Verdict {
                log,
                fate,
                employee: place.map(|(key, _)| key.clone()),
                work_day: place.map(|(_, day)| *day),
            }
        })
        .collect()
    }

    fn fate(&self, index: usize, place: Option<&(EmployeeKey, WorkDay)>) -> Fate {
        if let Some(fate) = self.sheet.fates.get(&index) {
            return *fate;
        }
        let (Some(day), Some(decision)) = (
            place.and_then(|place| self.sheet.days.get(place)),
            place.and_then(|place| self.decisions.get(place)),
        ) else {
            return Fate::Within;
        };
        match day
            .unpaired
            .iter()
            .find(|unpaired| unpaired.logoff == index)
        {
            Some(unpaired) if unpaired.second_record => return Fate::SecondRecord,
            Some(_) => return Fate::Unpaired,
            None => {}
        }
        if decision.night_logons.contains(&index) {
            Fate::NightLogon
        } else if decision.settlement != Settlement::Settled {
            Fate::Open
        } else if !decision.is_whole() {
            Fate::HalfDay
        } else {
            Fate::Within
        }
    }

    fn gather_findings(&self, logs: &[PcLog]) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self
            .decisions
            .values()
            .flat_map(|decision| decision.findings.clone())
            .collect();
        findings.extend(self.shared.iter().map(SharedName::finding));
        let mut not_employed: BTreeMap<&(EmployeeKey, WorkDay), Evidence> = BTreeMap::new();
        let mut clock_wrong: BTreeMap<(LinkKind, &PcUserName), Evidence> = BTreeMap::new();
        let told = |evidence: Evidence, log: &PcLog| {
            evidence
                .log(log.id)
                .time(log.raw.occurred_at)
                .terminal(&log.raw.terminal)
        };
        for (index, log) in logs.iter().enumerate() {
            match (self.sheet.fates.get(&index), self.sheet.places.get(&index)) {
                (Some(Fate::NotEmployed), Some(place)) => {
                    let evidence = not_employed.entry(place).or_default();
                    *evidence = told(std::mem::take(evidence), log);
                }
                (Some(Fate::ClockWrong), _) => {
                    let evidence = clock_wrong.entry((log.kind, &log.user_name)).or_default();
                    *evidence = told(std::mem::take(evidence), log);
                }
                _ => {}
            }
        }
        findings.extend(not_employed.into_iter().map(|((key, day), evidence)| {
            let mut finding = Finding::of_day(Code::NotEmployed, key, *day, evidence);
            finding.user = None;
            finding
        }));
        findings.extend(clock_wrong.into_iter().map(|((kind, name), evidence)| {
            Finding::of_user(Code::ClockWrong, name, evidence.in_logs_of(kind))
        }));
        findings
    }

    /// User names whose logs nobody's account bears, with the logs, oldest first.
    pub fn unlinked<'a>(&self, logs: &'a [PcLog]) -> LogsByName<'a> {
        let mut names = LogsByName::new();
        for (index, log) in logs.iter().enumerate() {
            if self.sheet.fates.get(&index) == Some(&Fate::Unlinked) {
                let logs = names.entry((log.kind, &log.user_name)).or_default();
                logs.push(log);
            }
        }
        names
    }

    /// The sessions that began on a person's work day, by their beginning.
    pub fn sessions_of(
        &self,
        logs: &[PcLog],
        employee: &EmployeeKey,
        day: WorkDay,
    ) -> Vec<PcSession> {
        let day = self.sheet.days.get(&(employee.clone(), day));
        let sessions = day.into_iter().flat_map(|day| &day.sessions);
        let mut sessions: Vec<PcSession> = sessions
            .filter_map(|session| PcSession::of(session, logs))
            .collect();
        sessions.sort_by_key(|session| session.from);
        sessions
    }

    /// Every person's work days that have logs, in order, also those before the first day that was
    /// asked for.
    pub fn days(&self) -> impl Iterator<Item = &(EmployeeKey, WorkDay)> {
        self.sheet.days.keys()
    }

    /// The logs of a person's work day, by position.
    pub fn logs_of(&self, employee: &EmployeeKey, day: WorkDay) -> &[usize] {
        let day = self.sheet.days.get(&(employee.clone(), day));
        day.map_or(&[], |day| day.logs.as_slice())
    }
}
