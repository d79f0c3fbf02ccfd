//! MaLion: host and codes are set, one small reading proves them and the profile.

use std::sync::atomic::AtomicBool;

use chrono::TimeDelta;

use crate::clock::Clock;
use crate::commands::{Failure, services};
use crate::locale::Text;
use crate::malion::{Api, Category, Error, Inspection, Malion};
use crate::settings::{Key, Settings};

use super::fields;
use super::line::Line;
use super::secrets;

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
    let codes = [Key::MalionAdminCode, Key::MalionSecretCode];
    let mut lines = secrets::by_command(settings, &codes);
    lines.push(Line::said(
        "malion-settings",
        Text::new("check-malion-settings").with("url", config.base_url.as_str()),
    ));
    let api = config.api.clone();
    let malion = Malion::new(config, clock, stop);
    let now = clock.now();
    lines.extend(match malion.inspect(now - SPAN, now, Category::Logon) {
        Ok(inspection) => inspected(&inspection, &api, settings.require_link_code()),
        Err(Error::Closed { until }) => {
            let until = until.format("%H:%M").to_string();
            let message = Text::new("malion-closed").with("until", until);
            vec![Line::untried("malion-connection", message, None)]
        }
        Err(error) => vec![Line::failed(
            "malion-connection",
            Failure::of(&error.into()),
        )],
    });
    (lines, malion.clock_skew())
}

/// That it answered, and what stands in the fields of what it answered.
fn inspected(inspection: &Inspection, api: &Api, require_link_code: bool) -> Vec<Line> {
    let connection = match &inspection.malformed {
        Some(malformed) => {
            let error = Error::from(malformed.clone());
            Line::failed("malion-connection", Failure::of(&error.into()))
        }
        None => {
            let message = if api.assumed {
                Text::new("check-malion-connection")
            } else {
                Text::new("check-malion-connection-profile")
            };
            let message = message
                .with("profile", api.name.as_str())
                .with("count", inspection.records);
            Line::said("malion-connection", message)
        }
    };
    let mut lines = vec![connection];
    if inspection.records == 0 {
        let message = Text::new("check-malion-no-logs");
        let remedy = Text::new("check-malion-no-logs-remedy");
        lines.push(Line::untried("malion-fields", message, Some(remedy)));
        return lines;
    }
    lines.push(fields::summary(inspection, require_link_code));
    lines.extend(fields::lines(inspection));
    lines.push(fields::words(inspection));
    lines
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
