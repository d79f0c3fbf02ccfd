//! The settings that a rehearsal tries: those that say which punches the logs make.

use std::collections::BTreeSet;

use crate::commands::view::rehearse::Change;
use crate::commands::{Exit, Failure};
use crate::locale::Text;
use crate::settings::{Key, Settings};

/// The settings that can be tried. All others change where, when and with which rights the relay works, or how
/// a difference is measured, and not what it would punch.
pub(in crate::commands) const RULES: [Key; 12] = [
    Key::LinkBreaks,
    Key::MalionLookbackDays,
    Key::MalionRequireLinkCode,
    Key::LogsIgnoreUsers,
    Key::PunchPolicy,
    Key::PunchClockIn,
    Key::PunchDayBorder,
    Key::PunchSettleMinutes,
    Key::PunchQuietHours,
    Key::PunchNightShiftHours,
    Key::PunchBreakMinutes,
    Key::PunchInClosedHours,
];

/// The settings named on the command line, each allowed to be tried and named once.
///
/// # Errors
/// Exit 2 for a key that is none, for one that is no rule, and for one that is named twice.
pub(super) fn settings(named: &[(String, String)]) -> anyhow::Result<Vec<(Key, String)>> {
    let mut seen = BTreeSet::new();
    let mut tried = Vec::new();
    for (key, value) in named {
        let key = Key::of_name(key)?;
        if !RULES.contains(&key) {
            return Err(no_rule(key).into());
        }
        if !seen.insert(key) {
            return Err(twice(key).into());
        }
        tried.push((key, value.clone()));
    }
    Ok(tried)
}

/// What is tried, beside what is set.
pub(super) fn changes(tried: &[(Key, String)], settings: &Settings) -> Vec<Change> {
    let change = |(key, value): &(Key, String)| Change {
        key: key.name(),
        as_set: settings
            .get(*key)
            .and_then(|resolved| resolved.shown())
            .map(str::to_owned),
        tried: value.clone(),
    };
    tried.iter().map(change).collect()
}

fn no_rule(key: Key) -> Failure {
    let text = Text::new("rehearse-no-rule").with("key", key.name());
    let rules = RULES.map(Key::name).join(", ");
    Failure::new(Exit::Usage, "rehearse.no_rule", text)
        .remedy(Text::new("rehearse-no-rule-remedy").with("keys", rules))
}

fn twice(key: Key) -> Failure {
    let text = Text::new("rehearse-twice").with("key", key.name());
    Failure::new(Exit::Usage, "rehearse.twice", text).remedy(Text::new("rehearse-twice-remedy"))
}
