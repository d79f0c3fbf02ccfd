//! The table of all settings.

use super::kind::Kind::{
    self, Border, Count, File, Host, Hours, Intervals, Language, NightHours, Patterns, Proxy,
    Secret, Switch, Text, Url, Word,
};
use super::{BadValue, Error, parse};
use crate::domain::time::WorkDay;

macro_rules! settings {
    ($($(#[$doc:meta])* $variant:ident $name:literal $default:expr, $kind:expr;)*) => {
        /// A setting, by its key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            $($(#[$doc])* $variant,)*
        }

        impl Key {
            /// All settings, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The key as it is written, such as `kot.base_url`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The value it has where nothing says otherwise.
            pub fn default_value(self) -> Option<&'static str> {
                match self { $(Self::$variant => $default,)* }
            }

            /// What its values may be.
            pub fn kind(self) -> Kind {
                match self { $(Self::$variant => $kind,)* }
            }
        }
    };
}

/// A number between two bounds, both included.
const fn count(least: u32, most: u32) -> Kind {
    Count { least, most }
}

settings! {
    /// 企業ID.
    CompanyId "company.id" None, Text;
    /// 企業名.
    CompanyName "company.name" None, Text;
    /// 勤怠管理連携: a round syncs by itself once a day.
    LinkEmployees "link.employees" Some("on"), Switch;
    /// 打刻連携: off collects and checks, and sends nothing.
    LinkPunches "link.punches" Some("on"), Switch;
    /// 休憩打刻する.
    LinkBreaks "link.breaks" Some("off"), Switch;
    /// MaLion連携: off collects nothing from the API.
    LinkMalion "link.malion" Some("on"), Switch;
    /// SmartOn ID連携, from files.
    LinkSmarton "link.smarton" Some("off"), Switch;
    /// LanScope連携, from files.
    LinkLanscope "link.lanscope" Some("off"), Switch;
    /// 表示言語.
    DisplayLanguage "display.language" Some("auto"), Language;
    /// ホスト名: a bare host name.
    MalionHost "malion.host" None, Host;
    /// 管理者コード.
    MalionAdminCode "malion.admin_code" None, Secret;
    /// シークレットコード.
    MalionSecretCode "malion.secret_code" None, Secret;
    /// Where MaLion is asked; `https://{malion.host}` where it is not set.
    MalionBaseUrl "malion.base_url" None, Url;
    /// サポートID, shown in remedies.
    MalionSupportId "malion.support_id" None, Text;
    /// A TOML file that describes another MaLion API; the built-in one where it is not set.
    MalionProfile "malion.profile" None, File;
    /// Days that a missing ログオフ is waited for.
    MalionLookbackDays "malion.lookback_days" Some("14"), count(1, 92);
    /// Hours between readings of the whole look-back; 0 is each round.
    MalionRereadHours "malion.reread_hours" Some("6"), count(0, 168);
    /// Only PCs that have a 出退勤システム連携コード are relayed.
    MalionRequireLinkCode "malion.require_link_code" Some("on"), Switch;
    /// Where KING OF TIME is asked.
    KotBaseUrl "kot.base_url" Some("https://api.kingtime.jp/v1.0"), Url;
    /// The access token.
    KotToken "kot.token" None, Secret;
    /// When KING OF TIME reads nothing, JST, half-open.
    KotClosedHours "kot.closed_hours" Some("08:30-10:00,17:30-18:30"), Intervals;
    /// No read begins so shortly before or after a closed interval, seconds.
    KotClosedGuardSeconds "kot.closed_guard_seconds" Some("60"), count(0, 3600);
    /// Minutes after a lost answer from which a reading is proof.
    KotUnknownMinutes "kot.unknown_minutes" Some("30"), count(1, 1440);
    /// Most people served at once.
    KotLanes "kot.lanes" Some("4"), count(1, 64);
    /// Budget of punches over any five minutes.
    KotPunchesPer5Min "kot.punches_per_5min" Some("1500"), count(1, 1_000_000);
    /// Budget of all other requests over any five minutes.
    KotRequestsPer5Min "kot.requests_per_5min" Some("300"), count(1, 1_000_000);
    /// Patterns of user names that are nobody's.
    LogsIgnoreUsers "logs.ignore_users" None, Patterns;
    /// The first work day that is punched; the one after the first round that may send, where it is not set.
    PunchSince "punch.since" None, Kind::Day;
    /// A punch of a work day older than so many days waits for a person.
    PunchMaxAgeDays "punch.max_age_days" Some("14"), count(0, 9999);
    /// Which 退勤 are punched, and when.
    PunchPolicy "punch.policy" Some("settled"), Word(&["settled", "rolling"]);
    /// When a 出勤 is decided.
    PunchClockIn "punch.clock_in" Some("at_once"), Word(&["at_once", "settled"]);
    /// When a work day begins.
    PunchDayBorder "punch.day_border" Some("division"), Border;
    /// Minutes that a work day is held open after its end.
    PunchSettleMinutes "punch.settle_minutes" Some("360"), count(0, 2880);
    /// A ログオン in these hours makes no 出勤.
    PunchQuietHours "punch.quiet_hours" Some("00:00-05:00"), Hours;
    /// Hours after the first ログオン that belong to its work day.
    PunchNightShiftHours "punch.night_shift_hours" Some("0"), NightHours;
    /// Shortest gap that counts as a break, minutes.
    PunchBreakMinutes "punch.break_minutes" Some("60"), count(1, 1440);
    /// What becomes of punches in the closed hours.
    PunchInClosedHours "punch.in_closed_hours" Some("wait"), Word(&["wait", "send"]);
    /// 勤怠差異 of 出勤, minutes.
    CheckInMinutes "check.in_minutes" Some("15"), count(0, 1440);
    /// 勤怠差異 of 退勤, minutes.
    CheckOutMinutes "check.out_minutes" Some("15"), count(0, 1440);
    /// Days that logs, punches and attempts are kept.
    StateKeepDays "state.keep_days" Some("1130"), count(92, 36_500);
    /// Asked at start, success and failure of a round.
    PingUrl "ping.url" None, Url;
    /// The proxy.
    HttpProxy "http.proxy" Some("system"), Proxy;
    /// The authorities that are trusted: the system's, or those in this file.
    HttpCaFile "http.ca_file" Some("system"), File;
    /// How long an answer is waited for, seconds.
    HttpTimeoutSeconds "http.timeout_seconds" Some("30"), count(1, 600);
}

impl Key {
    /// The setting of that key.
    ///
    /// # Errors
    /// [`Error::UnknownKey`] with the nearest one.
    pub fn of_name(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().copied().find(|key| key.name() == name);
        found.ok_or_else(|| Error::UnknownKey {
            key: name.to_owned(),
            nearest: Self::nearest(name),
        })
    }

    /// The key that is spelt most like `name`, unless none is much like it.
    pub fn nearest(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .map(|key| {
                (
                    strsim::normalized_damerau_levenshtein(name, key.name()),
                    *key,
                )
            })
            .filter(|(likeness, _)| *likeness >= 0.5)
            .max_by(|(one, _), (other, _)| one.total_cmp(other))
            .map(|(_, key)| key)
    }

    /// Its environment variable: `kot.token` is `PCPUNCH_KOT_TOKEN`.
    pub fn variable(self) -> String {
        format!("PCPUNCH_{}", self.name().to_uppercase().replace('.', "_"))
    }

    /// Whether its value must never be shown.
    pub fn is_secret(self) -> bool {
        matches!(self.kind(), Kind::Secret)
    }

    /// Whether it may have this value.
    ///
    /// # Errors
    /// [`Error::BadValues`] with this one.
    pub fn check(self, value: &str) -> Result<(), Error> {
        if self.allows(value) {
            return Ok(());
        }
        Err(Error::BadValues(vec![BadValue::new(self, value, None)]))
    }

    /// Whether a value is one that it may have.
    pub(super) fn allows(self, value: &str) -> bool {
        match self.kind() {
            Text => parse::is_text(value),
            Secret => parse::is_secret(value),
            Switch => parse::switch(value).is_some(),
            Language => matches!(value, "ja" | "en" | "auto"),
            Word(words) => words.contains(&value),
            Count { least, most } => parse::count(value).is_some_and(|n| least <= n && n <= most),
            Url => parse::base_url(value).is_some(),
            Proxy => parse::proxy(value).is_some(),
            Host => parse::is_host(value),
            File => parse::is_text(value),
            Kind::Day => WorkDay::parse(value).is_some(),
            Border => parse::border(value).is_some(),
            Intervals => parse::intervals(value).is_some(),
            Hours => parse::hours(value).is_some(),
            NightHours => parse::night_hours(value).is_some(),
            Patterns => parse::patterns(value).is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, Key};

    /// Every setting, values that it may have and values that it may not.
    const TABLE: [(&str, &[&str], &[&str]); 45] = [
        ("company.id", &["A-100", "株式会社 例"], &["", " x", "a\nb"]),
        ("company.name", &["例 株式会社"], &["", "x "]),
        ("link.employees", &["on", "off"], &["", "ON", "true", "1"]),
        ("link.punches", &["on", "off"], &["yes"]),
        ("link.breaks", &["on", "off"], &["no"]),
        ("link.malion", &["on", "off"], &["0"]),
        ("link.smarton", &["on", "off"], &["オン"]),
        ("link.lanscope", &["on", "off"], &["on "]),
        ("display.language", &["ja", "en", "auto"], &["", "jp", "JA"]),
        (
            "malion.host",
            &["malioncloud0000.intercom.co.jp", "relay", "10.0.0.7"],
            &[
                "",
                "https://x.example",
                "x.example/",
                "x.example:443",
                "-x",
                "a..b",
                "ホスト",
            ],
        ),
        (
            "malion.admin_code",
            &["abc123", "a/b+c="],
            &["", "a b", "a\tb", "コード"],
        ),
        ("malion.secret_code", &["abc123"], &["", "abc "]),
        (
            "malion.base_url",
            &["https://relay.example/malion", "http://127.0.0.1:8080"],
            &[
                "",
                "relay.example",
                "http://relay.example",
                "https://me:pw@relay.example",
            ],
        ),
        ("malion.support_id", &["S-1"], &[""]),
        ("malion.profile", &["/etc/pcpunch/malion.toml"], &[""]),
        (
            "malion.lookback_days",
            &["1", "14", "92"],
            &["", "0", "93", "-1", "1.5", "１"],
        ),
        ("malion.reread_hours", &["0", "6"], &["169", "+1"]),
        ("malion.require_link_code", &["on", "off"], &["maybe"]),
        (
            "kot.base_url",
            &[
                "https://api.kingtime.jp/v1.0",
                "http://localhost:1",
                "http://[::1]:9",
            ],
            &[
                "",
                "http://api.kingtime.jp/v1.0",
                "ftp://localhost",
                "https://x/?a=b",
                "https://x/#a",
            ],
        ),
        ("kot.token", &["0123456789abcdef"], &["", "two words"]),
        (
            "kot.closed_hours",
            &[
                "none",
                "08:30-10:00,17:30-18:30",
                "08:30-10:00, 10:00-11:00",
            ],
            &[
                "",
                "8:30-10:00",
                "10:00-08:30",
                "08:30-10:00,09:00-11:00",
                "08:30",
                "24:00-25:00",
            ],
        ),
        ("kot.closed_guard_seconds", &["0", "60"], &["3601"]),
        ("kot.unknown_minutes", &["1", "30"], &["0", "1441"]),
        ("kot.lanes", &["1", "64"], &["0", "65"]),
        ("kot.punches_per_5min", &["1", "2000"], &["0"]),
        ("kot.requests_per_5min", &["500"], &["0", "x"]),
        (
            "logs.ignore_users",
            &["Administrator", "Administrator,vendor*"],
            &["", "a,,b", ","],
        ),
        (
            "punch.since",
            &["2024-12-17"],
            &["", "2024/12/17", "2024-12-7", "tomorrow"],
        ),
        ("punch.max_age_days", &["0", "14", "9999"], &["10000"]),
        ("punch.policy", &["settled", "rolling"], &["", "Rolling"]),
        ("punch.clock_in", &["at_once", "settled"], &["at once"]),
        (
            "punch.day_border",
            &["division", "05:00", "00:00"],
            &["", "5:00", "24:00", "05:00:00"],
        ),
        ("punch.settle_minutes", &["0", "360", "2880"], &["2881"]),
        (
            "punch.quiet_hours",
            &["none", "00:00-05:00"],
            &["", "22:00-05:00", "00:00-05:00,06:00-07:00"],
        ),
        (
            "punch.night_shift_hours",
            &["0", "12", "0,2000=12", "2000=12", "20"],
            &["", "21", "1,2", "=12", "2000=", "2000=12,2000=11"],
        ),
        ("punch.break_minutes", &["1", "60"], &["0"]),
        ("punch.in_closed_hours", &["wait", "send"], &["never"]),
        ("check.in_minutes", &["0", "15"], &["1441"]),
        ("check.out_minutes", &["0", "15"], &["x"]),
        ("state.keep_days", &["92", "1130"], &["91"]),
        (
            "ping.url",
            &["https://ping.example/abc"],
            &["", "http://ping.example/abc"],
        ),
        (
            "http.proxy",
            &[
                "system",
                "none",
                "http://proxy:8080",
                "http://me:pw@proxy:8080",
            ],
            &["", "proxy:8080", "ftp://proxy"],
        ),
        ("http.ca_file", &["system", "/etc/ssl/company.pem"], &[""]),
        ("http.timeout_seconds", &["1", "600"], &["0", "601"]),
        ("kot.token", &["-----"], &["\u{0}"]),
    ];

    #[test]
    fn every_setting_takes_what_it_may_be_and_nothing_else() {
        for key in Key::ALL {
            assert!(
                TABLE.iter().any(|(name, ..)| *name == key.name()),
                "{}",
                key.name()
            );
        }
        for (name, good, bad) in TABLE {
            let key = Key::of_name(name).unwrap();
            for value in good {
                assert!(key.check(value).is_ok(), "{name} {value:?}");
            }
            for value in bad {
                assert!(key.check(value).is_err(), "{name} {value:?}");
            }
        }
    }

    #[test]
    fn every_default_is_allowed() {
        for key in Key::ALL {
            assert!(
                key.default_value().is_none_or(|value| key.allows(value)),
                "{}",
                key.name()
            );
        }
    }

    #[test]
    fn an_unknown_key_is_answered_with_the_nearest() {
        for (asked, nearest) in [
            ("kot.tokne", Some("kot.token")),
            ("malion.hosts", Some("malion.host")),
            ("punch.quiet", Some("punch.quiet_hours")),
            ("zzzz", None),
        ] {
            let Err(Error::UnknownKey { nearest: found, .. }) = Key::of_name(asked) else {
                panic!("{asked} is a key");
            };
            assert_eq!(found.map(Key::name), nearest, "{asked}");
        }
    }

    #[test]
    fn the_variable_is_the_key_in_capitals() {
        assert_eq!(
            Key::KotPunchesPer5Min.variable(),
            "PCPUNCH_KOT_PUNCHES_PER_5MIN"
        );
    }
}
