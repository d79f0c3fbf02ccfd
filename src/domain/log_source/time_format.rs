//! How a source writes a moment.

use std::fmt::{Display, Write as _};

use chrono::format::{Fixed, Item, Numeric, Parsed, StrftimeItems, parse};
use chrono::{DateTime, SecondsFormat, TimeZone, Utc};
use thiserror::Error;

use crate::domain::time::{Jst, from_epoch, jst_offset};

/// The first second of the year 10000: what is read beyond is a mistake.
const END_OF_TIME: i64 = 253_402_300_800;

/// The clock by which a source writes times that bear no offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Japanese time.
    Jst,
    /// UTC.
    Utc,
}

impl Zone {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Jst, Self::Utc];

    /// Its name in profiles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jst => "JST",
            Self::Utc => "UTC",
        }
    }
}

/// Why a text is no format of times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadTimeFormat {
    /// It does not write a whole date and time, to the second.
    #[error("does not write a whole date and time")]
    NotWhole,
    /// It bears no offset and no zone is said.
    #[error("bears no offset and no zone is said")]
    NoZone,
    /// A zone is said of seconds since 1970, which have none.
    #[error("has no zone")]
    ZoneOfEpoch,
}

/// How a moment is written: `rfc3339`, `epoch_seconds`, `epoch_milliseconds`, or signs of `strftime`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeFormat {
    form: Form,
    zone: Zone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Rfc3339,
    Epoch { per_second: i64 },
    Signs(Signs),
}

/// Signs of `strftime`, taken apart once for all moments that are read by them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Signs {
    items: Vec<Item<'static>>,
    /// Whether they write the offset.
    offset: bool,
    /// Whether they write parts of a second, or others that can be written in several ways.
    fractions: bool,
}

impl TimeFormat {
    /// The format of that name or those signs. Without an offset in it, it needs a zone; otherwise the
    /// zone says in which times are written, JST unless said.
    ///
    /// # Errors
    /// [`BadTimeFormat`]. Signs are proven by writing a moment and reading it back, so that no later use
    /// can fail on them.
    pub fn new(text: &str, zone: Option<Zone>) -> Result<Self, BadTimeFormat> {
        let form = match text {
            "rfc3339" => Form::Rfc3339,
            "epoch_seconds" => Form::Epoch { per_second: 1 },
            "epoch_milliseconds" => Form::Epoch { per_second: 1000 },
            signs => return Self::of_signs(signs, zone),
        };
        if matches!(form, Form::Epoch { .. }) && zone.is_some() {
            return Err(BadTimeFormat::ZoneOfEpoch);
        }
        let zone = zone.unwrap_or(Zone::Jst);
        Ok(Self { form, zone })
    }

    /// RFC 3339, such as `2024-12-17T00:03:12Z`.
    pub fn rfc3339() -> Self {
        Self {
            form: Form::Rfc3339,
            zone: Zone::Utc,
        }
    }

    /// `YYYY/MM/DD HH:MM:SS` in Japanese time.
    pub fn japanese() -> Self {
        Self {
            form: Form::Signs(Signs::new(
                StrftimeItems::new("%Y/%m/%d %H:%M:%S").collect(),
                false,
            )),
            zone: Zone::Jst,
        }
    }

    fn of_signs(signs: &str, zone: Option<Zone>) -> Result<Self, BadTimeFormat> {
        let items = StrftimeItems::new(signs)
            .parse_to_owned()
            .map_err(|_| BadTimeFormat::NotWhole)?;
        // A moment at which no two parts of date and time are the same number.
        let probe = from_epoch(1_734_393_780 + 12).ok_or(BadTimeFormat::NotWhole)?;
        let proven = [true, false]
            .into_iter()
            .map(|offset| Self {
                form: Form::Signs(Signs::new(items.clone(), offset)),
                zone: zone.unwrap_or(Zone::Jst),
            })
            .find(|format| format.read(&format.write(probe)) == Some(probe))
            .ok_or(BadTimeFormat::NotWhole)?;
        match (&proven.form, zone) {
            (Form::Signs(Signs { offset: false, .. }), None) => Err(BadTimeFormat::NoZone),
            _ => Ok(proven),
        }
    }

    /// Writes a moment.
    pub fn write(&self, moment: Jst) -> String {
        let utc = moment.with_timezone(&Utc);
        match (&self.form, self.zone) {
            (Form::Epoch { per_second }, _) => (moment.timestamp() * per_second).to_string(),
            (Form::Rfc3339, Zone::Jst) => moment.to_rfc3339(),
            (Form::Rfc3339, Zone::Utc) => utc.to_rfc3339_opts(SecondsFormat::Secs, true),
            // Only signs that do not exist cannot be written, and such a format is never made.
            (Form::Signs(signs), Zone::Jst) => {
                written(moment.format_with_items(signs.items.iter())).unwrap_or_default()
            }
            (Form::Signs(signs), Zone::Utc) => {
                let utc = utc.fixed_offset();
                written(utc.format_with_items(signs.items.iter())).unwrap_or_default()
            }
        }
    }

    /// Reads a moment, cut to the second. Nothing looser than the signs is taken, fractions aside: a year
    /// of two digits would be another year.
    pub fn read(&self, text: &str) -> Option<Jst> {
        let seconds = match &self.form {
            Form::Rfc3339 => DateTime::parse_from_rfc3339(text).ok()?.timestamp(),
            Form::Epoch { per_second } => text.parse::<i64>().ok()?.div_euclid(*per_second),
            Form::Signs(signs) => signs.read(text, self.zone)?,
        };
        (0..END_OF_TIME)
            .contains(&seconds)
            .then(|| from_epoch(seconds))?
    }

    /// A moment as it is written, to show what is wanted.
    pub fn example(&self) -> String {
        from_epoch(1_734_393_792).map_or_else(String::new, |moment| self.write(moment))
    }
}

/// The text, or `None` where a sign does not exist or asks for an offset that is not there.
fn written(moment: impl Display) -> Option<String> {
    let mut text = String::new();
    write!(text, "{moment}").ok().map(|()| text)
}

impl Signs {
    fn new(items: Vec<Item<'static>>, offset: bool) -> Self {
        Self {
            fractions: items.iter().any(bears_fractions),
            items,
            offset,
        }
    }

    fn read(&self, text: &str, zone: Zone) -> Option<i64> {
        let items = || self.items.iter();
        let mut parsed = Parsed::new();
        parse(&mut parsed, text, items()).ok()?;
        let (moment, again) = if self.offset {
            let moment = parsed.to_datetime().ok()?;
            let again = written(moment.format_with_items(items()))?;
            (moment.with_timezone(&jst_offset()), again)
        } else {
            let local = parsed.to_naive_datetime_with_offset(0).ok()?;
            let moment = match zone {
                // A year of six digits is a moment too, but for those at the very ends of the calendar.
                Zone::Jst => jst_offset().from_local_datetime(&local).single()?,
                Zone::Utc => local.and_utc().with_timezone(&jst_offset()),
            };
            (moment, written(local.format_with_items(items()))?)
        };
        (self.fractions || again == text).then(|| moment.timestamp())
    }
}

fn bears_fractions(item: &Item<'_>) -> bool {
    match item {
        Item::Numeric(Numeric::Nanosecond, _) => true,
        Item::Fixed(fixed) => !matches!(
            fixed,
            Fixed::ShortMonthName
                | Fixed::LongMonthName
                | Fixed::ShortWeekdayName
                | Fixed::LongWeekdayName
                | Fixed::LowerAmPm
                | Fixed::UpperAmPm
                | Fixed::TimezoneOffset
                | Fixed::TimezoneOffsetColon
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{BadTimeFormat, TimeFormat, Zone};
    use crate::domain::time::Jst;

    const ISO: &str = "%Y-%m-%dT%H:%M:%S%:z";
    const SLASHES: &str = "%Y/%m/%d %H:%M:%S";
    const MOMENT: &str = "2024-12-17T09:03:12+09:00";

    fn moment() -> Jst {
        MOMENT.parse().unwrap()
    }

    #[test]
    fn times_are_read_by_their_offset_or_the_formats_zone() {
        let (jst, utc) = (Some(Zone::Jst), Some(Zone::Utc));
        let rows = [
            (ISO, None, "2024-12-17T09:03:12+09:00", true),
            (ISO, None, "2024-12-17T00:03:12+00:00", true),
            (ISO, utc, "2024-12-17T09:03:12+09:00", true),
            (ISO, None, "2024-12-17T09:03:12", false),
            (ISO, None, "2024-12-17T24:03:12+09:00", false),
            (ISO, None, "yesterday", false),
            (SLASHES, jst, "2024/12/17 09:03:12", true),
            (SLASHES, utc, "2024/12/17 00:03:12", true),
            (SLASHES, jst, "2024/12/17 9:03:12", false),
            (SLASHES, jst, "24/12/17 09:03:12", false),
            (SLASHES, jst, "2024/02/30 09:03:12", false),
            ("%Y/%-m/%-d %-H:%M:%S", jst, "2024/12/17 9:03:12", true),
            ("%Y/%m/%d %H:%M:%S%.f", jst, "2024/12/17 09:03:12.9", true),
            ("%Y-%m-%dT%H:%M:%SZ", utc, "2024-12-17T00:03:12Z", true),
            ("rfc3339", None, "2024-12-17T00:03:12.672433Z", true),
            ("rfc3339", None, "2024-12-17T09:03:12", false),
            ("epoch_seconds", None, "1734393792", true),
            ("epoch_seconds", None, "1734393792.5", false),
            ("epoch_seconds", None, "1734393792000", false),
            ("epoch_seconds", None, "-1", false),
            ("epoch_milliseconds", None, "1734393792999", true),
        ];
        for (signs, zone, text, taken) in rows {
            let format = TimeFormat::new(signs, zone).unwrap();
            let expected = taken.then(moment);
            assert_eq!(format.read(text), expected, "{signs} {zone:?} {text}");
        }
    }

    #[test]
    fn times_are_written_in_the_formats_zone() {
        let (jst, utc) = (Some(Zone::Jst), Some(Zone::Utc));
        for (signs, zone, text) in [
            (ISO, None, MOMENT),
            (ISO, utc, "2024-12-17T00:03:12+00:00"),
            (SLASHES, jst, "2024/12/17 09:03:12"),
            (SLASHES, utc, "2024/12/17 00:03:12"),
            ("rfc3339", None, MOMENT),
            ("rfc3339", utc, "2024-12-17T00:03:12Z"),
            ("epoch_seconds", None, "1734393792"),
            ("epoch_milliseconds", None, "1734393792000"),
        ] {
            let format = TimeFormat::new(signs, zone).unwrap();
            assert_eq!(format.write(moment()), text, "{signs} {zone:?}");
        }
    }

    #[test]
    fn a_format_that_bears_no_whole_moment_is_refused() {
        for signs in [
            "",
            "%Y-%m-%d",
            "%H:%M:%S",
            "%Y-%m-%d %H:%M%z",
            "%Y-%m-%d %H:%M:%S %Z",
            "%Q",
            "%",
            "%Y-%m-%dT%H:%M:%S%",
        ] {
            let told = TimeFormat::new(signs, Some(Zone::Jst));
            assert_eq!(told, Err(BadTimeFormat::NotWhole), "{signs}");
        }
        assert_eq!(TimeFormat::new(SLASHES, None), Err(BadTimeFormat::NoZone));
        let zoned = TimeFormat::new("epoch_seconds", Some(Zone::Utc));
        assert_eq!(zoned, Err(BadTimeFormat::ZoneOfEpoch));
    }
}
