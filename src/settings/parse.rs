//! Reading the values of settings. `None` is always "not allowed".

use std::collections::BTreeMap;
use std::net::IpAddr;

use chrono::NaiveTime;
use reqwest::Url;

use super::{DayBorder, Proxy};
use crate::domain::rules::NightShift;

/// The most hours after a first ログオン that can belong to its work day.
const MOST_NIGHT_HOURS: u32 = 20;

/// Words in one line that do not begin or end with a blank.
pub(super) fn is_text(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.chars().any(char::is_control)
}

/// What can stand in a header: visible ASCII without blanks.
pub(super) fn is_secret(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4096 && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A program and its arguments, taken apart by a shell's rules for blanks, quotes and backslashes, and no others.
pub(super) fn command(text: &str) -> Option<Vec<String>> {
    let words = shell_words::split(text).ok().filter(|_| is_text(text))?;
    words
        .first()
        .is_some_and(|program| !program.is_empty())
        .then_some(words)
}

/// `on` or `off`.
pub(super) fn switch(text: &str) -> Option<bool> {
    match text {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

/// A whole number in plain digits.
pub(super) fn count(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// `HH:MM`.
pub(super) fn clock(text: &str) -> Option<NaiveTime> {
    let time = NaiveTime::parse_from_str(text, "%H:%M").ok()?;
    (time.format("%H:%M").to_string() == text).then_some(time)
}

/// `HH:MM-HH:MM`, the first before the second.
fn interval(text: &str) -> Option<(NaiveTime, NaiveTime)> {
    let (from, until) = text.split_once('-')?;
    let (from, until) = (clock(from)?, clock(until)?);
    (from < until).then_some((from, until))
}

/// Intervals that do not overlap, in order; `none` is an empty list.
pub(super) fn intervals(text: &str) -> Option<Vec<(NaiveTime, NaiveTime)>> {
    if text == "none" {
        return Some(Vec::new());
    }
    let mut found: Vec<_> = text
        .split(',')
        .map(|part| interval(part.trim()))
        .collect::<Option<_>>()?;
    found.sort_unstable();
    let apart = found
        .iter()
        .zip(found.iter().skip(1))
        .all(|(one, next)| one.1 <= next.0);
    apart.then_some(found)
}

/// One interval, or `none`.
pub(super) fn hours(text: &str) -> Option<Option<(NaiveTime, NaiveTime)>> {
    if text == "none" {
        Some(None)
    } else {
        interval(text).map(Some)
    }
}

/// `division` or `HH:MM`.
pub(super) fn border(text: &str) -> Option<DayBorder> {
    if text == "division" {
        Some(DayBorder::Division)
    } else {
        clock(text).map(DayBorder::At)
    }
}

/// One number, by 所属コード, or both: `0,2000=12`. Nothing may be said twice.
pub(super) fn night_hours(text: &str) -> Option<NightShift> {
    let hours = |text: &str| count(text).filter(|hours| *hours <= MOST_NIGHT_HOURS);
    let mut default = None;
    let mut by_division = BTreeMap::new();
    for part in text.split(',').map(str::trim) {
        let said_before = match part.split_once('=') {
            None => default.replace(hours(part)?).is_some(),
            Some(("", _)) => return None,
            Some((code, number)) => by_division
                .insert(code.to_owned(), hours(number)?)
                .is_some(),
        };
        if said_before {
            return None;
        }
    }
    Some(NightShift {
        default_hours: default.unwrap_or(0),
        by_division,
    })
}

/// Patterns with commas between them, none of them empty.
pub(super) fn patterns(text: &str) -> Option<Vec<String>> {
    text.split(',')
        .map(|part| is_text(part.trim()).then(|| part.trim().to_owned()))
        .collect()
}

/// A bare host name, or a bare IPv4 address: no scheme, port, path or blank.
pub(super) fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

/// Whether a host is this machine itself.
pub fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || bare
            .parse()
            .is_ok_and(|address: IpAddr| address.is_loopback())
}

/// Whether an address leads to this machine itself.
pub fn is_loopback_url(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| url.host_str().is_some_and(is_loopback))
}

/// An address that may be asked: https, or http on loopback, with neither user, query nor fragment.
/// Without the slash at its end, so that paths can be put behind it.
pub(super) fn base_url(text: &str) -> Option<String> {
    let url = Url::parse(text).ok().filter(|_| is_text(text))?;
    let loopback = is_loopback(url.host_str()?);
    let scheme = url.scheme() == "https" || (url.scheme() == "http" && loopback);
    let bare = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    (scheme && bare).then(|| text.trim_end_matches('/').to_owned())
}

/// `system`, `none`, or the http or https address of a proxy, which may bear a user and a password.
pub(super) fn proxy(text: &str) -> Option<Proxy> {
    match text {
        "system" => return Some(Proxy::System),
        "none" => return Some(Proxy::None),
        _ => {}
    }
    let url = Url::parse(text).ok().filter(|_| is_text(text))?;
    let known = matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
    known.then(|| Proxy::Through(crate::domain::secret::Secret::new(text)))
}

/// Whether a proxy's address bears a user and password, and must not be shown.
pub(super) fn bears_a_password(text: &str) -> bool {
    text.contains('@')
}
