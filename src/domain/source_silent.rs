//! A MaLion that gathers nothing any more (logs-check, `source-silent`).

use chrono::Duration;

use super::finding::{Code, Evidence, Finding};
use super::pc_log::PcLog;
use super::time::Jst;

/// A weekend from Friday's last log to Monday's first is shorter.
const LONGEST_SILENCE: Duration = Duration::hours(72);

/// The finding for a source that has been read whole until `now` and whose last log, `newest` by its
/// collection, came 72 hours ago or earlier. A source that never had any is not silent but new.
pub fn source_silent(newest: Option<&PcLog>, now: Jst) -> Option<Finding> {
    let last = newest.filter(|log| now - log.raw.collected_at >= LONGEST_SILENCE)?;
    let evidence = Evidence::default()
        .log(last.id)
        .time(last.raw.collected_at)
        .terminal(&last.raw.terminal);
    Some(Finding::of_all(Code::SourceSilent, evidence))
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::source_silent;
    use crate::domain::pc_log::{LinkKind, LogId, Operation, PcLog, PcUserName, RawLog};
    use crate::domain::time::from_epoch;

    #[test]
    fn seventy_two_hours_without_a_log_are_silence() {
        let collected_at = from_epoch(1_734_400_000).unwrap();
        let log = PcLog {
            id: LogId(1),
            kind: LinkKind::MaLion,
            raw: RawLog {
                log_id: None,
                // A ログオフ that came late is no older than its coming.
                occurred_at: collected_at - Duration::hours(60),
                collected_at,
                operation: Operation::Logoff,
                terminal: "PC-1".to_owned(),
                domain: String::new(),
                user: "tarouk".to_owned(),
                link_code: None,
            },
            user_name: PcUserName::new("tarouk"),
        };
        let almost = Duration::hours(72) - Duration::seconds(1);
        for (newest, after, silent) in [
            (Some(&log), almost, false),
            (Some(&log), Duration::hours(72), true),
            (None, Duration::hours(72), false),
        ] {
            let found = source_silent(newest, collected_at + after);
            assert_eq!(found.is_some(), silent, "{after}");
        }
    }
}
