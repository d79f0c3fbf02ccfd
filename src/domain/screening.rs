//! Which logs count at all, by the record alone (relay-rules, "Which logs count", 1 to 3 and 7).

use chrono::Duration;

use super::pc_log::{Fate, Operation, PcUserName, RawLog};
use super::rules::Rules;
use super::time::Jst;

/// How far a log's time may lie behind its collection before a clock must be wrong.
const CLOCK_TOLERANCE: Duration = Duration::minutes(5);

/// Names that are never a person's, in any case.
const SYSTEM_NAMES: [&str; 4] = [
    "SYSTEM",
    "LOCAL SERVICE",
    "NETWORK SERVICE",
    "ANONYMOUS LOGON",
];

/// Why a log cannot be anybody's sign of work, or `None` where it counts.
pub fn screen(log: &RawLog, user: &PcUserName, rules: &Rules, now: Jst) -> Option<Fate> {
    if matches!(log.operation, Operation::Other(_)) {
        Some(Fate::OtherOperation)
    } else if rules.require_link_code && log.link_code.as_deref() == Some("") {
        Some(Fate::NoLinkCode)
    } else if is_system_user(user.as_str()) {
        Some(Fate::SystemUser)
    } else if rules
        .ignore_users
        .iter()
        .any(|pattern| pattern.matches(user.as_str()))
    {
        Some(Fate::IgnoredUser)
    } else if log.occurred_at > log.collected_at + CLOCK_TOLERANCE || log.occurred_at > now {
        Some(Fate::ClockWrong)
    } else {
        None
    }
}

fn is_system_user(user: &str) -> bool {
    user.is_empty()
        || user.ends_with('$')
        || SYSTEM_NAMES
            .iter()
            .any(|name| user.eq_ignore_ascii_case(name))
        || is_numbered(user, "DWM-")
        || is_numbered(user, "UMFD-")
}

fn is_numbered(user: &str, prefix: &str) -> bool {
    match (user.get(..prefix.len()), user.get(prefix.len()..)) {
        (Some(start), Some(number)) => {
            start.eq_ignore_ascii_case(prefix)
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_system_user;

    #[test]
    fn the_system_and_its_services_are_nobody() {
        for user in [
            "",
            "SYSTEM",
            "system",
            "Local Service",
            "DWM-1",
            "umfd-12",
            "PC-01$",
            "ANONYMOUS LOGON",
        ] {
            assert!(is_system_user(user), "{user}");
        }
        for user in [
            "tarouk", "DWM-", "DWM-x", "UMFD", "systems", "勤怠", "$tarou",
        ] {
            assert!(!is_system_user(user), "{user}");
        }
    }
}
