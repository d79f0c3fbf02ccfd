//! Days on which somebody used a PC and neither logged on nor off (logs-check, `other-operation`; FAQ 5.2.2).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::employee::EmployeeKey;
use super::finding::{Code, Evidence, Finding};
use super::ownership::Placer;
use super::pc_log::{LinkKind, LogId, Operation, PcLog, PcUserName, RawLog};
use super::picture::Material;
use super::time::{Jst, WorkDay};

/// Counts operations by person and work day, and keeps none of them.
pub struct Tally<'a> {
    placer: Placer<'a>,
    people: &'a BTreeSet<EmployeeKey>,
    days: RangeInclusive<WorkDay>,
    counted: BTreeMap<(EmployeeKey, WorkDay), Day>,
}

struct Day {
    operations: u64,
    first: Jst,
    last: Jst,
    terminals: BTreeSet<String>,
    has_a_sign: bool,
}

impl<'a> Tally<'a> {
    /// Counts what these people did on these days.
    pub fn new(
        material: &'a Material,
        people: &'a BTreeSet<EmployeeKey>,
        days: RangeInclusive<WorkDay>,
    ) -> Self {
        Self {
            placer: Placer::new(&material.people, &material.links),
            people,
            days,
            counted: BTreeMap::new(),
        }
    }

    /// Counts a record.
    pub fn count(&mut self, log: &RawLog) {
        let at = log.occurred_at;
        let named = PcLog {
            id: LogId(0),
            kind: LinkKind::MaLion,
            user_name: PcUserName::of_log(&log.user),
            raw: log.clone(),
        };
        let Some((person, day)) = self.placer.place(&named) else {
            return;
        };
        let is_wanted = self.people.contains(&person.key)
            && person.is_employed_on(day)
            && !person.is_excluded_on(day);
        if !is_wanted || !self.days.contains(&day) {
            return;
        }
        let place = (person.key.clone(), day);
        let day = self.counted.entry(place).or_insert_with(|| Day {
            operations: 0,
            first: at,
            last: at,
            terminals: BTreeSet::new(),
            has_a_sign: false,
        });
        day.operations += 1;
        day.first = day.first.min(at);
        day.last = day.last.max(at);
        if !day.terminals.contains(&log.terminal) {
            day.terminals.insert(log.terminal.clone());
        }
        day.has_a_sign |= !matches!(log.operation, Operation::Other(_));
    }

    /// The days with operations, none of them ログオン or ログオフ: how many, the first and the last.
    pub fn findings(self) -> Vec<Finding> {
        let without_a_sign = self.counted.into_iter().filter(|(_, day)| !day.has_a_sign);
        let told = without_a_sign.map(|((person, work_day), day)| {
            let times = Evidence::default().time(day.first);
            let evidence = if day.last > day.first {
                times.time(day.last)
            } else {
                times
            };
            let evidence = Evidence {
                terminals: day.terminals.into_iter().collect(),
                ..evidence.fact("count", day.operations.to_string())
            };
            Finding::of_day(Code::OtherOperation, &person, work_day, evidence)
        });
        told.collect()
    }
}
