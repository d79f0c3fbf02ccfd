//! PCs whose agent has no 出退勤システム連携コード (logs-check, `no-link-code`).

use std::collections::BTreeMap;

use super::finding::{Code, Evidence, Finding};
use super::pc_log::{Operation, PcLog};

/// One finding that names the PCs whose last ログオン or ログオフ, of `logs` in order of occurrence, came
/// without a link code, each with that log. A source that does not bear the field at all says nothing of its PCs.
/// `is_told` says whether a log is one to tell of.
pub fn no_link_code(logs: &[PcLog], is_told: impl Fn(&PcLog) -> bool) -> Option<Finding> {
    let mut last: BTreeMap<&str, &PcLog> = BTreeMap::new();
    for log in logs {
        let is_sign = !matches!(log.raw.operation, Operation::Other(_));
        if is_sign && log.raw.link_code.is_some() {
            last.insert(&log.raw.terminal, log);
        }
    }
    let without = last.into_values().filter(|log| {
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
    (pcs > 0).then(|| Finding::of_all(Code::NoLinkCode, evidence.fact("count", pcs.to_string())))
}

#[cfg(test)]
mod tests {
    use super::no_link_code;
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
            let named = no_link_code(logs, |_| true).map(|found| found.evidence.terminals);
            assert_eq!(named.unwrap_or_default(), terminals, "{logs:?}");
        }
    }
}
