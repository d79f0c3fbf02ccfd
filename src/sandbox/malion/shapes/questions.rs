//! What the other shapes look for in a request, and find wrong with it.

use chrono::TimeDelta;

use crate::domain::time::Jst;
use crate::sandbox::malion::wire::Refusal;
use crate::sandbox::malion::world::{Log, World};

/// The pairs of a query or a form, each of which must be known and stand there once.
pub(super) struct Pairs<'a>(&'a [(String, String)]);

impl<'a> Pairs<'a> {
    pub(super) fn of(pairs: &'a [(String, String)], known: &[&str]) -> Result<Self, Refusal> {
        let stands_once = |name: &str| pairs.iter().filter(|(other, _)| other == name).count() == 1;
        let right =
            |(name, _): &(String, String)| known.contains(&name.as_str()) && stands_once(name);
        if pairs.iter().all(right) {
            Ok(Self(pairs))
        } else {
            Err(Refusal::BadRange("an unknown or repeated parameter"))
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        let found = self.0.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(super) fn need(&self, name: &str) -> Result<&'a str, Refusal> {
        self.get(name)
            .ok_or(Refusal::BadRange("a parameter is missing"))
    }

    /// A number from `least` to `most`.
    pub(super) fn number(&self, name: &str, least: usize, most: usize) -> Result<usize, Refusal> {
        self.need(name)?
            .parse()
            .ok()
            .filter(|number| (least..=most).contains(number))
            .ok_or(Refusal::BadRange("a number is out of its range"))
    }
}

/// Proves the codes and that the API is on.
pub(super) fn admit(world: &World, codes: Option<(&str, &str)>) -> Result<(), Refusal> {
    if codes != Some((&world.admin_code, &world.secret_code)) {
        Err(Refusal::WrongCodes)
    } else if !world.api_on {
        Err(Refusal::ApiOff)
    } else {
        Ok(())
    }
}

/// A window of at most so many hours.
pub(super) fn window(
    from: Option<Jst>,
    to: Option<Jst>,
    most_hours: i64,
) -> Result<(Jst, Jst), Refusal> {
    match (from, to) {
        (Some(from), Some(to)) if from < to && to - from <= TimeDelta::hours(most_hours) => {
            Ok((from, to))
        }
        (Some(_), Some(_)) => Err(Refusal::BadRange("the window is empty or too long")),
        _ => Err(Refusal::BadRange("a time cannot be read")),
    }
}

/// The logs of a window that can be seen, in order of that time and then of their id.
pub(super) fn found(
    world: &World,
    now: Jst,
    (from, to): (Jst, Jst),
    time: fn(&Log) -> Jst,
) -> Vec<&Log> {
    let visible = world.logs.iter().filter(|log| log.collected_at <= now);
    let mut found: Vec<&Log> = visible
        .filter(|log| from <= time(log) && time(log) < to)
        .collect();
    found.sort_by_key(|log| (time(log), log.log_id.clone()));
    found
}

/// Whether it is ログオン or ログオフ.
pub(super) fn is_logon_or_logoff(log: &&Log) -> bool {
    matches!(log.operation.as_str(), "ログオン" | "ログオフ")
}
