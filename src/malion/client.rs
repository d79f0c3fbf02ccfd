//! The client of a MaLion's WebAPI, asked as its profile says.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use chrono::TimeDelta;
use serde_json::Value;

use super::error::{Error, Malformed, words};
use super::inspection::Inspection;
use super::pace::Pace;
use super::page::{Page, Position};
use super::profile::{Api, By, Category};
use super::question::Question;
use super::way::Way;
use crate::clock::Clock;
use crate::domain::log_source::Field;
use crate::domain::pc_log::RawLog;
use crate::domain::secret::Secret;
use crate::domain::time::{Jst, from_epoch};
use crate::domain::veil::Veil;
use crate::http::{Answer, Options, Service, Skew};

/// An error that is told with a success is no longer, in bytes.
const LONGEST_ERROR: usize = 64 * 1024;

/// The settings `malion.*` and `http.*`.
#[derive(Clone, Debug)]
pub struct Config {
    /// `malion.base_url`.
    pub base_url: String,
    /// 管理者コード.
    pub admin_code: Secret,
    /// シークレットコード.
    pub secret_code: Secret,
    /// How this MaLion is asked and read.
    pub api: Api,
    /// `http.*`.
    pub http: Options,
}

/// A MaLion.
#[derive(Debug)]
pub struct Malion<'a> {
    service: Service,
    admin_code: Secret,
    secret_code: Secret,
    veil: Veil,
    api: Api,
    pace: Pace,
    clock: &'a Clock,
    stop: &'a AtomicBool,
    made: AtomicU64,
    skew: Skew,
}

/// A span that one request may ask for: `to` is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: Jst,
    pub(super) to: Jst,
}

impl<'a> Malion<'a> {
    /// A client that has not asked anything yet. Once `stop` is set, no further request is begun.
    pub fn new(config: Config, clock: &'a Clock, stop: &'a AtomicBool) -> Self {
        let veil = veil(&config);
        Self {
            service: Service::new(config.base_url, config.http),
            veil,
            admin_code: config.admin_code,
            secret_code: config.secret_code,
            pace: Pace::new(config.api.limits.requests_per_second),
            api: config.api,
            clock,
            stop,
            made: AtomicU64::new(0),
            skew: Skew::default(),
        }
    }

    /// Reads the logs from `from` (inclusive) to `to` (exclusive), both cut to the second, and hands
    /// them on page by page. Pages can shift while they are read: the same log may come twice. By which
    /// time the span goes, [`Malion::by`] says.
    ///
    /// # Errors
    ///
    /// Any [`Error`], or what `sink` says. Pages handed on before it are good; the span as a whole has
    /// not been read then.
    pub fn read<E: From<Error>>(
        &self,
        from: Jst,
        to: Jst,
        category: Category,
        mut sink: impl FnMut(Vec<RawLog>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut each = |page: &Page| {
            sink(
                page.logs(&self.api)
                    .map_err(|malformed| self.told(malformed))?,
            )
        };
        self.pages(from, to, category, &mut each)
    }

    /// Reads the same, and tells what stands in the fields of its last page that is not empty. A record
    /// that is none does not end it.
    ///
    /// # Errors
    ///
    /// Any [`Error`] but a record that is none.
    pub fn inspect(&self, from: Jst, to: Jst, category: Category) -> Result<Inspection, Error> {
        let mut inspection = Inspection::default();
        self.pages(from, to, category, &mut |page| {
            inspection.look_at(page, &self.api);
            Ok::<(), Error>(())
        })?;
        if let Some(malformed) = &mut inspection.malformed {
            malformed.hide(&self.veil);
        }
        Ok(inspection)
    }

    /// By which time the spans of [`Malion::read`] go.
    pub fn by(&self) -> By {
        self.api.request.by
    }

    /// Whether it can be asked for these operations: a profile may know no category of all of them.
    pub fn answers(&self, category: Category) -> bool {
        self.api.answers(category)
    }

    /// The profile's name, which is the source of the logs that it reads.
    pub fn profile_name(&self) -> &str {
        &self.api.name
    }

    /// Whether this MaLion bears the 出退勤システム連携コード in its records at all.
    pub fn bears_link_code(&self) -> bool {
        self.api.response.place(Field::LinkCode).is_some()
    }

    /// The requests made so far.
    pub fn requests(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// The largest difference seen between this machine's clock and MaLion's, positive where this
    /// machine is ahead.
    pub fn clock_skew(&self) -> Option<TimeDelta> {
        self.skew.largest()
    }

    fn pages<E: From<Error>>(
        &self,
        from: Jst,
        to: Jst,
        category: Category,
        each: &mut impl FnMut(&Page) -> Result<(), E>,
    ) -> Result<(), E> {
        if !self.api.answers(category) {
            return Err(Error::NoCategory.into());
        }
        windows(from, to, self.api.request.window_hours)
            .try_for_each(|window| self.pages_of(window, category, each))
    }

    fn pages_of<E: From<Error>>(
        &self,
        window: Window,
        category: Category,
        each: &mut impl FnMut(&Page) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut position = Position::default();
        let mut way = Way::default();
        loop {
            let page = self.page(window, category, &position)?;
            if way.is_endless(&position, &page) {
                let offset = position.records;
                return Err(Error::Endless { offset }.into());
            }
            each(&page)?;
            match position.behind(&page) {
                Some(next) => position = next,
                None => return Ok(()),
            }
            way.passed(page);
        }
    }

    fn page(&self, window: Window, category: Category, position: &Position) -> Result<Page, Error> {
        let asked_at = from_epoch(self.clock.now().timestamp()).unwrap_or(window.to);
        let answer = self.ask(window, category, position)?;
        if !answer.is_success() {
            return Err(Error::of_answer(&answer, &self.veil));
        }
        Page::of(&self.api, &answer.body, position, asked_at).map_err(|malformed| {
            let told = Some(&answer.body).filter(|body| body.len() <= LONGEST_ERROR);
            let body: Value = told
                .and_then(|body| serde_json::from_slice(body).ok())
                .unwrap_or_default();
            match words(&body, &self.veil) {
                (None, None) => self.told(malformed),
                (code, message) => Error::Refused {
                    status: answer.status,
                    code,
                    message,
                },
            }
        })
    }

    /// A malformed answer as it is told: without a secret.
    fn told(&self, mut malformed: Malformed) -> Error {
        malformed.hide(&self.veil);
        malformed.into()
    }

    fn ask(
        &self,
        window: Window,
        category: Category,
        position: &Position,
    ) -> Result<Answer, Error> {
        self.pace.take_turn(self.stop)?;
        if let Some(until) = self.api.limits.closed_hours.open_at(self.clock.now()) {
            return Err(Error::Closed { until });
        }
        let codes = [&self.admin_code, &self.secret_code];
        let question = Question::new(&self.api, codes, window, category, position);
        self.made.fetch_add(1, Ordering::Relaxed);
        let answer = question.ask(&self.service, codes)?;
        self.skew.note(self.clock.now(), answer.date);
        Ok(answer)
    }
}

/// What MaLion or a proxy may repeat: each code, both as HTTP's own authentication bears them, the proxy's password.
fn veil(config: &Config) -> Veil {
    let (admin, secret) = (&config.admin_code, &config.secret_code);
    let both = Secret::new(format!("{}:{}", admin.reveal(), secret.reveal()));
    let of_proxy = config.http.secrets();
    Veil::over([admin, secret, &both].into_iter().chain(&of_proxy))
}

/// Cuts a span into windows of at most `hours`.
fn windows(from: Jst, to: Jst, hours: u32) -> impl Iterator<Item = Window> {
    let longest = TimeDelta::hours(i64::from(hours));
    let cut = |moment: Jst| from_epoch(moment.timestamp()).unwrap_or(moment);
    let (mut from, to) = (cut(from), cut(to));
    std::iter::from_fn(move || {
        let window = Window {
            from,
            to: from
                .checked_add_signed(longest)
                .map_or(to, |end| end.min(to)),
        };
        from = window.to;
        (window.from < window.to).then_some(window)
    })
}

#[cfg(test)]
mod tests;
