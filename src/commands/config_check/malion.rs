//! MaLion: host and codes are set, one small reading proves them and the profile.

use std::sync::atomic::AtomicBool;

use chrono::TimeDelta;

use crate::clock::Clock;
use crate::commands::{Failure, services};
use crate::domain::pc_log::RawLog;
use crate::locale::Text;
use crate::malion::{Category, Error, Malion};
use crate::settings::Settings;

use super::line::Line;

/// The span that is read.
const SPAN: TimeDelta = TimeDelta::hours(1);

/// The lines, and how far the clocks stand apart where MaLion said a time.
pub(super) fn lines(
    settings: &Settings,
    clock: &Clock,
    stop: &AtomicBool,
) -> (Vec<Line>, Option<TimeDelta>) {
    if !settings.link_malion() {
        let message = Text::new("check-malion-off");
        return (
            vec![Line::untried("malion-connection", message, None)],
            None,
        );
    }
    let missing = missing(settings);
    if !missing.is_empty() {
        return (missing, None);
    }
    let config = match services::malion(settings) {
        Ok(config) => config,
        Err(error) => {
            let line = Line::failed("malion-settings", Failure::of(&error));
            return (vec![line], None);
        }
    };
    let mut lines = vec![Line::said(
        "malion-settings",
        Text::new("check-malion-settings").with("url", config.base_url.as_str()),
    )];
    let profile = config.profile.name.clone();
    let malion = Malion::new(config, clock, stop);
    let now = clock.now();
    let mut found = Found::default();
    let read = malion.read(now - SPAN, now, Category::Logon, |logs| {
        logs.iter().for_each(|log| found.count(log));
        Ok::<(), Error>(())
    });
    match read {
        Ok(()) => {
            let message = Text::new("check-malion-connection")
                .with("profile", profile)
                .with("count", found.logs);
            lines.push(Line::said("malion-connection", message));
            lines.push(found.line(settings.require_link_code()));
        }
        Err(error) => lines.push(Line::failed(
            "malion-connection",
            Failure::of(&error.into()),
        )),
    }
    (lines, malion.clock_skew())
}

/// A line for each of host and codes that is not set.
fn missing(settings: &Settings) -> Vec<Line> {
    let errors = [
        settings.malion_base_url().err(),
        settings.required_admin_code().err(),
        settings.required_secret_code().err(),
    ];
    let errors = errors.into_iter().flatten();
    errors
        .map(|error| Line::failed("malion-settings", Failure::of(&error.into())))
        .collect()
}

/// What the logs of a real answer bore.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    logs: usize,
    users: usize,
    ids: usize,
    link_codes: usize,
}

impl Found {
    fn count(&mut self, log: &RawLog) {
        self.logs += 1;
        self.users += usize::from(!log.user.is_empty());
        self.ids += usize::from(log.log_id.is_some());
        let link_code = log
            .link_code
            .as_deref()
            .is_some_and(|code| !code.is_empty());
        self.link_codes += usize::from(link_code);
    }

    fn line(self, require_link_code: bool) -> Line {
        let message = Text::new("check-malion-fields")
            .with("count", self.logs)
            .with("users", self.users)
            .with("ids", self.ids)
            .with("codes", self.link_codes);
        if self.logs == 0 {
            let message = Text::new("check-malion-no-logs");
            let remedy = Text::new("check-malion-no-logs-remedy");
            Line::untried("malion-fields", message, Some(remedy))
        } else if require_link_code && self.link_codes == 0 {
            let remedy = Text::new("check-malion-no-codes-remedy");
            Line::untried("malion-fields", message, Some(remedy))
        } else {
            Line::said("malion-fields", message)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::Result::{Ok, Untried};
    use super::Found;

    #[test]
    fn fields_are_proven_only_by_logs_that_bear_them() {
        for (logs, link_codes, required, result) in [
            (0, 0, true, Untried),
            (3, 0, true, Untried),
            (3, 0, false, Ok),
            (3, 1, true, Ok),
        ] {
            let found = Found {
                logs,
                link_codes,
                ..Found::default()
            };
            assert_eq!(found.line(required).result, result, "{found:?}");
        }
    }
}
