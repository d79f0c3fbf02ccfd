//! Words, days and times on the command line. An option's value name says which form it takes.

use chrono::NaiveDateTime;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::domain::pc_log::{Fate, LinkKind};
use crate::domain::time::{Jst, WorkDay, at, jst_offset};
use crate::locale::Lang;
use crate::output::{Colour, Format};

/// The encodings of account files.
pub const ENCODINGS: [&str; 4] = ["utf-8", "utf-8-bom", "cp932", "utf-16le"];

/// The files by which systemd or cron runs the relay.
pub const UNITS: [&str; 4] = [
    "pcpunch.service",
    "pcpunch-round.service",
    "pcpunch-round.timer",
    "pcpunch.cron",
];

/// The shells that have completions.
pub const SHELLS: [&str; 4] = ["bash", "zsh", "fish", "powershell"];

/// `--format`.
pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name))
        .map(|name| Format::of_name(&name).unwrap_or_default())
}

/// `--lang`.
pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::name))
        .map(|name| Lang::of_name(&name).unwrap_or(Lang::En))
}

/// `--color`.
pub(super) fn colour() -> impl TypedValueParser<Value = Colour> {
    PossibleValuesParser::new(Colour::ALL.map(Colour::name))
        .map(|name| Colour::of_name(&name).unwrap_or_default())
}

/// `--source`.
pub(super) fn link_kind() -> impl TypedValueParser<Value = LinkKind> {
    const NAMES: [&str; 3] = ["malion", "smarton", "lanscope"];
    PossibleValuesParser::new(NAMES)
        .map(|name| LinkKind::of_name(&name).unwrap_or(LinkKind::MaLion))
}

/// `--fate`.
pub(super) fn fate() -> impl TypedValueParser<Value = Fate> {
    PossibleValuesParser::new(Fate::ALL.map(Fate::name))
        .map(|name| Fate::of_name(&name).unwrap_or(Fate::Punched))
}

/// The first work day of a month, `YYYY-MM`.
pub(super) fn month(text: &str) -> Result<WorkDay, &'static str> {
    WorkDay::parse(&format!("{text}-01")).ok_or("no month")
}

/// A work day, `YYYY-MM-DD`.
pub(super) fn day(text: &str) -> Result<WorkDay, &'static str> {
    WorkDay::parse(text).ok_or("no day")
}

/// A moment: RFC 3339, or without an offset in Japanese time, with or without seconds.
pub(super) fn moment(text: &str) -> Result<Jst, &'static str> {
    if let Ok(moment) = Jst::parse_from_rfc3339(text) {
        return Ok(moment.with_timezone(&jst_offset()));
    }
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
        .into_iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .map(at)
        .ok_or("no time")
}

/// A setting and a value for it, as they are written: `KEY=VALUE`.
pub(super) fn setting(text: &str) -> Result<(String, String), &'static str> {
    let (key, value) = text.split_once('=').ok_or("no setting")?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}

/// Why somebody decides something: not nothing.
pub(super) fn reason(text: &str) -> Result<String, &'static str> {
    let reason = text.trim();
    if reason.is_empty() {
        return Err("no reason");
    }
    Ok(reason.to_owned())
}

/// A length of time: a number and `s`, `m`, `h` or `d`.
pub(super) fn age(text: &str) -> Result<chrono::Duration, &'static str> {
    let no_age = "no length of time";
    let unit = text.chars().last().ok_or(no_age)?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86400,
        _ => return Err(no_age),
    };
    let number: u32 = text.trim_end_matches(unit).parse().map_err(|_| no_age)?;
    chrono::Duration::try_seconds(i64::from(number) * seconds).ok_or(no_age)
}

#[cfg(test)]
mod tests {
    use super::{age, moment, setting};

    #[test]
    fn an_age_is_a_number_and_a_unit() {
        for (text, seconds) in [
            ("90s", Some(90)),
            ("30m", Some(1800)),
            ("2h", Some(7200)),
            ("1d", Some(86400)),
            ("2", None),
            ("h", None),
            ("-1h", None),
            ("2時", None),
            ("", None),
        ] {
            let read = age(text).ok().map(|age| age.num_seconds());
            assert_eq!(read, seconds, "{text}");
        }
    }

    #[test]
    fn a_setting_ends_at_its_first_equals_sign() {
        for (text, key, value) in [
            ("punch.policy=rolling", "punch.policy", "rolling"),
            (
                "punch.night_shift_hours = 0,2000=12",
                "punch.night_shift_hours",
                "0,2000=12",
            ),
            ("punch.policy=", "punch.policy", ""),
        ] {
            let read = setting(text).unwrap();
            assert_eq!((read.0.as_str(), read.1.as_str()), (key, value), "{text}");
        }
        assert!(setting("punch.policy").is_err());
    }

    #[test]
    fn a_moment_without_an_offset_is_japanese_time() {
        for (text, meant) in [
            ("2024-12-18T06:00", Some("2024-12-18T06:00:00+09:00")),
            ("2024-12-18T06:00:30", Some("2024-12-18T06:00:30+09:00")),
            ("2024-12-17T21:00:00Z", Some("2024-12-18T06:00:00+09:00")),
            ("2024-12-18", None),
            ("06:00", None),
            ("", None),
        ] {
            let read = moment(text).ok().map(|moment| moment.to_rfc3339());
            assert_eq!(read.as_deref(), meant, "{text}");
        }
    }
}
