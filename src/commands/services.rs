//! From settings to the two services and the choices of a round.

use std::time::Duration;

use chrono::Duration as Span;
use wildmatch::WildMatch;

use crate::clock::Clock;
use crate::domain::reconcile::Tolerance;
use crate::domain::rules::Rules;
use crate::domain::time::Jst;
use crate::kot::{Budget, Budgets, ClosedHours, WINDOW};
use crate::locale::Text;
use crate::relay::{Choices, Reread, Source};
use crate::settings::{DayBorder, InClosedHours, Proxy, Settings, is_loopback_url};
use crate::state::{SharedState, State};
use crate::{http, kot, malion};

use super::link_kinds;
use super::profile;
use super::{Exit, Failure};

/// Rehearses the pace, against servers on this machine only.
const PACE_SCALE: &str = "PCPUNCH_PACE_SCALE";
const MOST_SCALED: u32 = 100;

/// `http.*`
pub(super) fn http_options(settings: &Settings) -> http::Options {
    http::Options {
        timeout: Duration::from_secs(u64::from(settings.timeout_seconds())),
        route: match settings.proxy() {
            Proxy::System => http::Route::System,
            Proxy::None => http::Route::Direct,
            Proxy::Through(address) => http::Route::Proxy(address),
        },
        ca_file: settings.ca_file(),
    }
}

/// What KING OF TIME's client is set up with, and what was used of its budgets in the last minutes.
///
/// # Errors
/// A setting that is missing; what the state file refuses.
pub(super) fn kot(settings: &Settings, state: &State, now: Jst) -> anyhow::Result<kot::Config> {
    let ages = |seconds: Vec<u32>| {
        seconds
            .into_iter()
            .map(|age| Duration::from_secs(u64::from(age)))
            .collect()
    };
    Ok(kot::Config {
        base_url: settings.kot_base_url(),
        token: settings.required_token()?,
        closed_hours: ClosedHours::parse(
            settings.closed_hours_text(),
            settings.closed_guard_seconds(),
        )?,
        budgets: Budgets {
            punches: settings.punches_per_5min(),
            requests: settings.requests_per_5min(),
            window: window(&settings.kot_base_url())?,
            earlier_punches: ages(state.recent_attempts(now)?),
            earlier_requests: ages(state.recent_requests(now)?),
        },
        http: http_options(settings),
    })
}

/// The time over which KING OF TIME counts requests. Against a server on this machine a pace can be rehearsed in
/// less, so many times shorter as the variable says.
fn window(base_url: &str) -> anyhow::Result<Duration> {
    let Some(said) = std::env::var_os(PACE_SCALE).filter(|_| is_loopback_url(base_url)) else {
        return Ok(WINDOW);
    };
    let scale = said.to_str().and_then(|scale| scale.parse().ok());
    match scale.filter(|scale| (1..=MOST_SCALED).contains(scale)) {
        Some(scale) => Ok(WINDOW / scale),
        None => {
            let text = Text::new("pace-no-scale").with("most", MOST_SCALED.to_string());
            let text = text.with("value", &*said.to_string_lossy());
            let failure = Failure::new(Exit::Usage, "pace.no_scale", text);
            Err(failure.remedy(Text::new("pace-no-scale-remedy")).into())
        }
    }
}

/// What MaLion's client is set up with.
///
/// # Errors
/// A setting that is missing; a profile that cannot be read or says nothing of an API.
pub(super) fn malion(settings: &Settings) -> anyhow::Result<malion::Config> {
    Ok(malion::Config {
        base_url: settings.malion_base_url()?,
        admin_code: settings.required_admin_code()?,
        secret_code: settings.required_secret_code()?,
        api: profile::api(settings)?,
        http: http_options(settings),
    })
}

/// MaLion's API as the source of a round.
pub(super) fn malion_source<'a>(client: &'a malion::Malion<'a>, settings: &Settings) -> Source<'a> {
    let lookback = Span::days(i64::from(settings.lookback_days()));
    let every = Span::hours(i64::from(settings.reread_hours()));
    let settle = Span::minutes(i64::from(settings.settle_minutes()));
    Source::MaLion {
        client,
        lookback,
        reread: Reread::new(every, lookback, settle),
    }
}

/// Counts every question to KING OF TIME in the state file, for the budget that all commands share. A
/// question that could not be counted is asked all the same: the budget is a courtesy to others.
pub(super) fn counted(state: &SharedState, clock: &Clock) -> impl Fn(Budget) + Sync {
    move |budget| {
        if budget == Budget::Requests {
            let _ = state.hold().count_request(clock.now());
        }
    }
}

/// What the settings say to one round.
pub(super) fn choices(settings: &Settings) -> Choices {
    Choices {
        rules: Rules {
            since: settings.punch_since(),
            max_age_days: u64::from(settings.max_age_days()),
            clock_in: settings.clock_in(),
            settle: Span::minutes(i64::from(settings.settle_minutes())),
            quiet: settings.quiet_hours(),
            lookback: Span::days(i64::from(settings.lookback_days())),
            require_link_code: settings.require_link_code(),
            ignore_users: settings
                .ignore_users()
                .iter()
                .map(|pattern| WildMatch::new(pattern))
                .collect(),
        },
        links: link_kinds::kinds(settings),
        policy: settings.policy(),
        nights: settings.night_shift(),
        fixed_border: match settings.day_border() {
            DayBorder::Division => None,
            DayBorder::At(time) => Some(time),
        },
        sends: settings.link_punches(),
        sends_unread: settings.in_closed_hours() == InClosedHours::Send,
        unknown_for: Span::minutes(i64::from(settings.unknown_minutes())),
        tolerance: Tolerance {
            clock_in: Span::minutes(i64::from(settings.check_in_minutes())),
            clock_out: Span::minutes(i64::from(settings.check_out_minutes())),
        },
        keep_days: u64::from(settings.keep_days()),
        lanes: usize::try_from(settings.lanes()).unwrap_or(1),
    }
}
