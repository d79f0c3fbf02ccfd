//! PCs whose agent has no 出退勤システム連携コード (logs-check, `no-link-code`).

use std::collections::BTreeMap;

use super::finding::{Code, Evidence, Finding};
use super::pc_log::{Operation, PcLog};

/// The last ログオン or ログオフ of each PC. A source that does not bear the link code at all says nothing of its PCs.
#[derive(Clone, Debug, Default)]
pub struct LastSigns(BTreeMap<String, PcLog>);

impl LastSigns {
    /// Looks at some logs, whatever was looked at before.
    pub fn look_at(&mut self, logs: &[PcLog]) {
        let came = |log: &PcLog| (log.raw.occurred_at, log.id);
        for log in logs {
            let is_sign = !matches!(log.raw.operation, Operation::Other(_));
            if !is_sign || log.raw.link_code.is_none() {
                continue;
            }
            match self.0.get_mut(&log.raw.terminal) {
                Some(last) if came(last) <= came(log) => last.clone_from(log),
                Some(_) => {}
                None => {
                    self.0.insert(log.raw.terminal.clone(), log.clone());
                }
            }
        }
    }

    /// One finding that names the PCs whose last sign came without a link code, each with that log. `is_told` says
    /// whether a log is one to tell of.
    pub fn no_link_code(&self, is_told: impl Fn(&PcLog) -> bool) -> Option<Finding> {
        let without = self.0.values().filter(|log| {
            let has_none = log.raw.link_code.as_deref() == Some("");
            has_none && is_told(log)
        });
        let evidence = without.fold(Evidence::default(), |evidence, log| {
            evidence
                .log(log.id)
                .time(log.raw.occurred_at)
                .terminal(&log.raw.terminal)
        });
        let pcs = evidence.terminals.len();
        let finding = || Finding::of_all(Code::NoLinkCode, evidence.fact("count", pcs.to_string()));
        (pcs > 0).then(finding)
    }
}

#[cfg(test)]
mod tests {
    use super::LastSigns;
    use crate::domain::pc_log::{LinkKind, LogId, Operation, PcLog, PcUserName, RawLog};
    use crate::domain::time::from_epoch;

    fn log(number: i64, terminal: &str, link_code: Option<&str>) -> PcLog {
        let at = from_epoch(number * 60).unwrap();
        PcLog {
            id: LogId(number),
            kind: LinkKind::MaLion,
            raw: RawLog {
                log_id: None,
                occurred_at: at,
                collected_at: at,
                operation: Operation::Logon,
                terminal: terminal.to_owned(),
                domain: String::new(),
                user: "tarouk".to_owned(),
                link_code: link_code.map(str::to_owned),
            },
            user_name: PcUserName::new("tarouk"),
        }
    }

    #[test]
    fn the_last_log_of_a_pc_says_whether_it_has_a_code() {
        let none = Some("");
        let rows: [(&[PcLog], &[&str]); 5] = [
            (&[log(1, "PC-1", Some("A01"))], &[]),
            (
                &[log(1, "PC-1", none), log(2, "PC-2", none)],
                &["PC-1", "PC-2"],
            ),
            (&[log(1, "PC-1", none), log(2, "PC-1", Some("A01"))], &[]),
            (
                &[log(1, "PC-1", Some("A01")), log(2, "PC-1", none)],
                &["PC-1"],
            ),
            (&[log(1, "PC-1", None)], &[]),
        ];
        for (logs, terminals) in rows {
            for logs in [logs.to_vec(), logs.iter().rev().cloned().collect()] {
                let mut last = LastSigns::default();
                logs.iter()
                    .for_each(|log| last.look_at(std::slice::from_ref(log)));
                let named = last.no_link_code(|_| true);
                let named = named.map(|found| found.evidence.terminals);
                assert_eq!(named.unwrap_or_default(), terminals, "{logs:?}");
            }
        }
    }
}
