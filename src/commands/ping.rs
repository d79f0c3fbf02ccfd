//! `ping.url`: a watcher outside is told that a round began and how it ended, so that a relay that no longer
//! runs is noticed.

use std::time::Duration;

use crate::http::{Ask, Options, Service};
use crate::locale::Text;
use crate::output::Output;
use crate::settings::Settings;

use super::failure::of_no_answer;
use super::{Exit, services};

/// A watcher that does not answer keeps no round waiting for longer.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// The watcher of one round; none where `ping.url` is not set.
pub(super) struct Ping(Option<Service>);

impl Ping {
    /// The watcher that the settings name. A dry run is no round that anybody waits for.
    pub(super) fn of(settings: &Settings, dry_run: bool) -> Self {
        let url = settings.ping_url().filter(|_| !dry_run);
        Self(url.map(|url| {
            let options = services::http_options(settings);
            let timeout = options.timeout.min(LONGEST_WAIT);
            Service::new(url, Options { timeout, ..options })
        }))
    }

    /// The round begins: `URL/start`.
    pub(super) fn begins(&self, output: &Output) {
        self.ask(&["start"], output);
    }

    /// The round ended: `URL` where it did its work, `URL/fail` where it did not, and nothing after a signal,
    /// which is nobody's failure.
    pub(super) fn ends(&self, exit: Exit, output: &Output) {
        match exit {
            Exit::Interrupted | Exit::Terminated => {}
            Exit::Done | Exit::Refused => self.ask(&[], output),
            _ => self.ask(&["fail"], output),
        }
    }

    /// What comes of it changes nothing; the address, which may bear a secret, is never told.
    fn ask(&self, path: &[&str], output: &Output) {
        let Some(service) = &self.0 else { return };
        let ask = Ask {
            path,
            ..Ask::default()
        };
        match service.ask(&ask) {
            Ok(answer) if answer.is_success() => {}
            Ok(answer) => output.detail(&Text::new("ping-answered").with("status", answer.status)),
            Err(failure) => {
                let message = of_no_answer("ping.url", &failure.asking(None)).message;
                output.detail(&Text::new("ping-failed").with("message", message));
            }
        }
    }
}
