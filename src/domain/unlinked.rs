//! User names whose logs are nobody's, and the account that each most likely stands for.

use std::collections::BTreeMap;

use super::finding::{Code, Evidence, Finding};
use super::near_miss::Names;
use super::pc_log::{PcLog, PcUserName};

/// One finding for each of the user names, with its first and last log, how many there are, and the
/// nearest of the `accounts` that are linked.
pub fn unlinked(
    names: BTreeMap<&PcUserName, Vec<&PcLog>>,
    accounts: &[PcUserName],
) -> Vec<Finding> {
    let linked = Names::new(accounts);
    let told = |(name, logs): (&PcUserName, Vec<&PcLog>)| {
        let last = logs.last().filter(|_| logs.len() > 1);
        let ends = logs.first().into_iter().chain(last);
        let mut evidence = ends.fold(Evidence::default(), |evidence, log| {
            evidence
                .log(log.id)
                .time(log.raw.occurred_at)
                .terminal(&log.raw.terminal)
        });
        evidence = evidence.fact("count", logs.len().to_string());
        if let Some((account, difference)) = linked.nearest(name) {
            evidence = evidence.fact("nearest", account.as_str());
            evidence = evidence.fact("difference", difference.name());
        }
        Finding::of_user(Code::Unlinked, name, evidence)
    };
    names.into_iter().map(told).collect()
}
