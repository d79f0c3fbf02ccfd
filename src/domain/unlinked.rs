//! User names whose logs are nobody's, and the account that each most likely stands for.

use std::collections::BTreeMap;

use super::finding::{Code, Evidence, Finding};
use super::near_miss::Names;
use super::pc_log::{LinkKind, PcLog, PcUserName};

/// User names by the product in whose logs, or for whose logs, they stand.
pub type NamesByKind = BTreeMap<LinkKind, Vec<PcUserName>>;

/// Logs by product and user name.
pub type LogsByName<'a> = BTreeMap<(LinkKind, &'a PcUserName), Vec<&'a PcLog>>;

/// One finding for each of the user names, with its first and last log, how many there are, and the
/// nearest of the `accounts` of that product that are linked.
pub fn unlinked(names: LogsByName<'_>, accounts: &NamesByKind) -> Vec<Finding> {
    let linked: BTreeMap<LinkKind, Names<'_>> = accounts
        .iter()
        .map(|(kind, accounts)| (*kind, Names::new(accounts)))
        .collect();
    let told = |((kind, name), logs): ((LinkKind, &PcUserName), Vec<&PcLog>)| {
        let last = logs.last().filter(|_| logs.len() > 1);
        let ends = logs.first().into_iter().chain(last);
        let mut evidence = ends.fold(Evidence::default(), |evidence, log| {
            evidence
                .log(log.id)
                .time(log.raw.occurred_at)
                .terminal(&log.raw.terminal)
        });
        evidence = evidence.fact("count", logs.len().to_string());
        evidence = evidence.in_logs_of(kind);
        let nearest = linked.get(&kind).and_then(|linked| linked.nearest(name));
        if let Some((account, difference)) = nearest {
            evidence = evidence.fact("nearest", account.as_str());
            evidence = evidence.fact("difference", difference.name());
        }
        Finding::of_user(Code::Unlinked, name, evidence)
    };
    names.into_iter().map(told).collect()
}
