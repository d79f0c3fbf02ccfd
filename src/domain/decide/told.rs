//! What is not right with a work day.

use crate::domain::finding::{Code, Evidence, Finding};
use crate::domain::pc_log::PcLog;

use super::{Decision, Settlement, View};

impl View<'_> {
    /// `sent` is the end of a session that policy `rolling` punched all the same.
    pub(super) fn no_logoff(&self, last_logoff: Option<usize>, sent: Option<&PcLog>) -> Finding {
        let last = last_logoff.and_then(|index| self.log(index));
        let evidence = last.map(evidence_of).unwrap_or_default();
        let evidence = match sent {
            Some(sent) => evidence.fact("sent", sent.raw.occurred_at.to_rfc3339()),
            None => evidence,
        };
        self.finding(Code::NoLogoff, evidence)
    }

    pub(super) fn findings(
        &self,
        first: Option<&PcLog>,
        missing_logon: Option<&PcLog>,
        decision: &Decision,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let (Some(unpaired), Some(first)) = (missing_logon, first) {
            let evidence = evidence_of(unpaired)
                .log(first.id)
                .time(first.raw.occurred_at);
            findings.push(self.finding(Code::NoLogon, evidence.terminal(&first.raw.terminal)));
        }
        let night_logon = decision
            .night_logons
            .first()
            .and_then(|&index| self.log(index));
        if let Some(log) = night_logon {
            findings.push(self.finding(Code::NightLogon, evidence_of(log)));
        }
        let any_logon = first.is_some() || night_logon.is_some();
        if decision.settlement == Settlement::Settled && !any_logon {
            let last = decision.last_logoff.and_then(|index| self.log(index));
            findings.push(self.finding(Code::NoLogon, last.map(evidence_of).unwrap_or_default()));
        }
        if let Settlement::WaitingLogoff { until } = decision.settlement {
            let evidence = first.map(evidence_of).unwrap_or_default();
            let evidence = evidence.fact("until", until.to_rfc3339());
            findings.push(self.finding(Code::WaitingLogoff, evidence));
        }
        findings
    }

    pub(super) fn finding(&self, code: Code, evidence: Evidence) -> Finding {
        Finding::of_day(code, &self.person.key, self.work_day, evidence)
    }
}

pub(super) fn evidence_of(log: &PcLog) -> Evidence {
    Evidence::default()
        .log(log.id)
        .time(log.raw.occurred_at)
        .terminal(&log.raw.terminal)
}
