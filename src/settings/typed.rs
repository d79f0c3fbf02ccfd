//! The settings as the rest of the program asks for them. Every value was checked when it was resolved.

use std::path::PathBuf;

use chrono::NaiveTime;

use super::{Error, Key, Settings, parse};
use crate::domain::policy::Policy;
use crate::domain::rules::{ClockIn, NightShift, QuietHours};
use crate::domain::secret::Secret;
use crate::domain::time::WorkDay;

/// `punch.in_closed_hours`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InClosedHours {
    /// Punches wait for the reading.
    Wait,
    /// A 出勤 may go without a reading.
    Send,
}

/// `punch.day_border`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayBorder {
    /// 日付変更時間 of each person's division.
    Division,
    /// One time for all.
    At(NaiveTime),
}

/// `http.proxy`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proxy {
    /// What the environment says (`HTTPS_PROXY`, `NO_PROXY`).
    System,
    /// None.
    None,
    /// This one; its address may bear a password.
    Through(Secret),
}

macro_rules! switches {
    ($($(#[$doc:meta])* $name:ident $key:ident;)*) => { impl Settings {
        $($(#[$doc])* pub fn $name(&self) -> bool { self.text(Key::$key) == "on" })*
    }};
}

switches! {
    /// 勤怠管理連携.
    link_employees LinkEmployees;
    /// 打刻連携.
    link_punches LinkPunches;
    /// 休憩打刻する.
    link_breaks LinkBreaks;
    /// MaLion連携.
    link_malion LinkMalion;
    /// SmartOn ID連携.
    link_smarton LinkSmarton;
    /// LanScope連携.
    link_lanscope LinkLanscope;
    /// Only PCs with a 出退勤システム連携コード are relayed.
    require_link_code MalionRequireLinkCode;
}

macro_rules! counts {
    ($($(#[$doc:meta])* $name:ident $key:ident;)*) => { impl Settings {
        $($(#[$doc])* pub fn $name(&self) -> u32 { parse::count(self.text(Key::$key)).unwrap_or_default() })*
    }};
}

counts! {
    /// Days that a missing ログオフ is waited for.
    lookback_days MalionLookbackDays;
    /// Hours between readings of the whole look-back; 0 is each round.
    reread_hours MalionRereadHours;
    /// No read begins so shortly before or after a closed interval, seconds.
    closed_guard_seconds KotClosedGuardSeconds;
    /// Minutes after a lost answer from which a reading is proof.
    unknown_minutes KotUnknownMinutes;
    /// Most people served at once, 1 to 64.
    lanes KotLanes;
    /// Budget of punches over any five minutes.
    punches_per_5min KotPunchesPer5Min;
    /// Budget of all other requests to KING OF TIME over any five minutes.
    requests_per_5min KotRequestsPer5Min;
    /// A punch of a work day older than so many days waits for a person.
    max_age_days PunchMaxAgeDays;
    /// Minutes that a work day is held open after its end.
    settle_minutes PunchSettleMinutes;
    /// Shortest gap that counts as a break, minutes.
    break_minutes PunchBreakMinutes;
    /// 勤怠差異 of 出勤, minutes.
    check_in_minutes CheckInMinutes;
    /// 勤怠差異 of 退勤, minutes.
    check_out_minutes CheckOutMinutes;
    /// Days that logs, punches and attempts are kept.
    keep_days StateKeepDays;
    /// How long an answer is waited for, seconds.
    timeout_seconds HttpTimeoutSeconds;
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $key:ident;)*) => { impl Settings {
        $($(#[$doc])* pub fn $name(&self) -> Option<&str> { self.optional(Key::$key) })*
    }};
}

texts! {
    /// 企業ID.
    company_id CompanyId;
    /// 企業名.
    company_name CompanyName;
    /// ホスト名.
    malion_host MalionHost;
    /// サポートID.
    malion_support_id MalionSupportId;
    /// Asked at start, success and failure of a round.
    ping_url PingUrl;
}

macro_rules! secrets {
    ($($(#[$doc:meta])* $name:ident $key:ident;)*) => { impl Settings {$(
        $(#[$doc])*
        /// Where it comes by a command, that is run when it is first asked for.
        ///
        /// # Errors
        /// [`Error::Missing`] where it is not set, [`Error::Command`].
        pub fn $name(&self) -> Result<Secret, Error> {
            self.secret(Key::$key)
        }
    )*}};
}

secrets! {
    /// The access token of KING OF TIME.
    required_token KotToken;
    /// 管理者コード.
    required_admin_code MalionAdminCode;
    /// シークレットコード.
    required_secret_code MalionSecretCode;
}

impl Settings {
    /// `display.language`: `ja`, `en` or `auto`.
    pub fn language(&self) -> &str {
        self.text(Key::DisplayLanguage)
    }

    /// Where MaLion is asked, without a slash at the end.
    ///
    /// # Errors
    /// [`Error::Missing`] where neither an address nor a host name is set.
    pub fn malion_base_url(&self) -> Result<String, Error> {
        match self.optional(Key::MalionBaseUrl).and_then(parse::base_url) {
            Some(url) => Ok(url),
            None => {
                let host = self.malion_host().ok_or(Error::Missing(Key::MalionHost))?;
                Ok(format!("https://{host}"))
            }
        }
    }

    /// A TOML file that describes another MaLion API.
    pub fn malion_profile(&self) -> Option<PathBuf> {
        self.optional(Key::MalionProfile).map(PathBuf::from)
    }

    /// Where KING OF TIME is asked, without a slash at the end.
    pub fn kot_base_url(&self) -> String {
        parse::base_url(self.text(Key::KotBaseUrl)).unwrap_or_default()
    }

    /// When KING OF TIME reads nothing: `HH:MM-HH:MM` with commas between, or `none`.
    pub fn closed_hours_text(&self) -> &str {
        self.text(Key::KotClosedHours)
    }

    /// When KING OF TIME reads nothing: half-open, in order, none reaching over midnight.
    pub fn closed_hours(&self) -> Vec<(NaiveTime, NaiveTime)> {
        parse::intervals(self.closed_hours_text()).unwrap_or_default()
    }

    /// Patterns of user names that are nobody's.
    pub fn ignore_users(&self) -> Vec<String> {
        self.optional(Key::LogsIgnoreUsers)
            .and_then(parse::patterns)
            .unwrap_or_default()
    }

    /// The first work day that is punched, where one is set.
    pub fn punch_since(&self) -> Option<WorkDay> {
        WorkDay::parse(self.optional(Key::PunchSince)?)
    }

    /// Which 退勤 and breaks are punched, and when.
    pub fn policy(&self) -> Policy {
        match self.text(Key::PunchPolicy) {
            "rolling" => Policy::Rolling,
            _ => Policy::Settled {
                break_minutes: self.link_breaks().then(|| self.break_minutes()),
            },
        }
    }

    /// When a 出勤 is decided.
    pub fn clock_in(&self) -> ClockIn {
        match self.text(Key::PunchClockIn) {
            "settled" => ClockIn::Settled,
            _ => ClockIn::AtOnce,
        }
    }

    /// When a work day begins.
    pub fn day_border(&self) -> DayBorder {
        parse::border(self.text(Key::PunchDayBorder)).unwrap_or(DayBorder::Division)
    }

    /// The hours in which a ログオン makes no 出勤: half-open, not reaching over midnight.
    pub fn quiet_hours(&self) -> Option<QuietHours> {
        let hours = parse::hours(self.text(Key::PunchQuietHours)).flatten();
        hours.map(|(from, to)| QuietHours { from, to })
    }

    /// Hours after the first ログオン that belong to its work day.
    pub fn night_shift(&self) -> NightShift {
        parse::night_hours(self.text(Key::PunchNightShiftHours)).unwrap_or_default()
    }

    /// What becomes of punches in the closed hours.
    pub fn in_closed_hours(&self) -> InClosedHours {
        match self.text(Key::PunchInClosedHours) {
            "send" => InClosedHours::Send,
            _ => InClosedHours::Wait,
        }
    }

    /// The proxy.
    pub fn proxy(&self) -> Proxy {
        parse::proxy(self.text(Key::HttpProxy)).unwrap_or(Proxy::System)
    }

    /// A file of authorities to trust in place of the system's.
    pub fn ca_file(&self) -> Option<PathBuf> {
        match self.text(Key::HttpCaFile) {
            "system" => None,
            file => Some(PathBuf::from(file)),
        }
    }
}
