//! The table of all settings.

use super::environment::OWN;
use super::kind::Kind::{
    self, Border, Command, Count, File, Host, Hours, Intervals, Language, NightHours, Patterns,
    Proxy, Secret, Switch, Text, Url, Word,
};
use super::{BadValue, Error, parse};
use crate::domain::spelling;
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
    /// A command that prints 管理者コード.
    MalionAdminCodeCommand "malion.admin_code_command" None, Command;
    /// シークレットコード.
    MalionSecretCode "malion.secret_code" None, Secret;
    /// A command that prints シークレットコード.
    MalionSecretCodeCommand "malion.secret_code_command" None, Command;
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
    /// A command that prints the access token.
    KotTokenCommand "kot.token_command" None, Command;
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

/// Secrets, and the settings that name a command which prints them.
const COMMANDS: [(Key, Key); 3] = [
    (Key::MalionAdminCode, Key::MalionAdminCodeCommand),
    (Key::MalionSecretCode, Key::MalionSecretCodeCommand),
    (Key::KotToken, Key::KotTokenCommand),
];

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
        spelling::nearest(name, Self::ALL.iter().map(|key| (key.name(), *key)))
    }

    /// Its environment variable: `kot.token` is `PCPUNCH_KOT_TOKEN`.
    pub fn variable(self) -> String {
        format!("{OWN}{}", self.name().to_uppercase().replace('.', "_"))
    }

    /// Values to choose from while typing: the words that it takes, and its default.
    pub fn suggested(self) -> Vec<&'static str> {
        let mut values = self.kind().words().to_vec();
        values.extend(self.default_value().filter(|value| !values.contains(value)));
        values
    }

    /// Whether its value must never be shown.
    pub fn is_secret(self) -> bool {
        matches!(self.kind(), Kind::Secret)
    }

    /// The setting that names a command by which this secret comes, where it is one.
    pub fn command(self) -> Option<Self> {
        let of = |(secret, command)| (secret == self).then_some(command);
        COMMANDS.into_iter().find_map(of)
    }

    /// Of a secret and the command that prints it, the other.
    pub fn other_way(self) -> Option<Self> {
        let secret = COMMANDS.into_iter().find(|(_, command)| *command == self);
        self.command().or(secret.map(|(secret, _)| secret))
    }

    /// Whether a value of it is typed where nobody sees it: it may bear a secret.
    pub fn is_typed_hidden(self) -> bool {
        self.is_secret() || matches!(self, Self::HttpProxy | Self::PingUrl)
    }

    /// A value of this setting as it may be shown: `(set)` in place of a secret, and of an address that may
    /// bear one.
    pub fn shown(self, value: &str) -> &str {
        if self.hides(value) { "(set)" } else { value }
    }

    /// Whether a value of this setting is told to nobody.
    pub fn hides(self, value: &str) -> bool {
        match self.kind() {
            Secret => true,
            Url | Proxy => self == Self::PingUrl || parse::bears_a_password(value),
            _ => false,
        }
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
            Command => parse::command(value).is_some(),
            Switch => parse::switch(value).is_some(),
            Language | Word(_) => self.kind().words().contains(&value),
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
mod tests;
