//! KING OF TIME: the token, then each permission that the job needs, read by read.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use chrono::TimeDelta;

use crate::clock::Clock;
use crate::commands::{Exit, Failure, services};
use crate::domain::employee::{Division, Employee, EmployeeKey};
use crate::domain::time::WorkDay;
use crate::kot::{ClosedDays, Company, Error, Kot, Reading, Surroundings};
use crate::locale::Text;
use crate::settings::{Key, Settings};
use crate::state::{COMPANY_KEY, SharedState};

use super::line::{self, Line};
use super::secrets;

/// The lines, and how far the clocks stand apart where KING OF TIME said a time.
///
/// # Errors
/// What the state file refuses.
pub(super) fn lines(
    settings: &Settings,
    state: &SharedState,
    clock: &Clock,
    stop: &AtomicBool,
) -> anyhow::Result<(Vec<Line>, Option<TimeDelta>)> {
    let known_company = state.hold().meta(COMPANY_KEY)?;
    let config = match services::kot(settings, &state.hold(), clock.now()) {
        Ok(config) => config,
        Err(error) => {
            let line = Line::failed("kot-token", Failure::of(&error));
            return Ok((vec![line], None));
        }
    };
    // A request that could not be counted makes the budget of the next minutes too large by one; it is made anyway.
    let counted = services::counted(state, clock);
    let surroundings = Surroundings {
        clock,
        stop,
        on_request: &counted,
    };
    let kot = Kot::new(config, surroundings);
    let mut lines = secrets::by_command(settings, &[Key::KotToken]);
    lines.push(token(kot.token_available()));
    if line::exit(&lines) == Exit::Done {
        lines.extend(readings(&kot, clock, known_company.as_deref()));
    } else {
        let message = Text::new("check-kot-not-asked");
        lines.push(Line::untried("kot-permissions", message, None));
    }
    lines.push(Line::untried(
        "kot-punch",
        Text::new("check-kot-punch"),
        Some(Text::new("check-kot-punch-remedy")),
    ));
    Ok((lines, kot.clock_skew()))
}

/// Asked in the closed hours too, so that token and IP address can always be proven.
fn token(answer: Result<bool, Error>) -> Line {
    match answer {
        Ok(true) => Line::ok("kot-token", "check-kot-token"),
        Ok(false) => {
            let message = Text::new("check-kot-token-stopped");
            let failure = Failure::new(Exit::Access, "kot.token_stopped", message);
            Line::failed(
                "kot-token",
                failure.remedy(Text::new("check-kot-token-stopped-remedy")),
            )
        }
        Err(error) => Line::failed("kot-token", Failure::of(&error.into())),
    }
}

/// One small reading for each permission. Token and IP address were accepted just before.
fn readings(kot: &Kot<'_>, clock: &Clock, known_company: Option<&str>) -> Vec<Line> {
    let employees = kot.employees();
    // One person's punches say as much about the permission as everybody's.
    let one: Option<Vec<EmployeeKey>> = match &employees {
        Ok(employees) => employees.first().map(|employee| vec![employee.key.clone()]),
        Err(_) => None,
    };
    let today = WorkDay::new(clock.now().date_naive());
    vec![
        read("kot-company", kot.company(), |company| {
            of_company(company, known_company)
        }),
        read("kot-divisions", kot.divisions(), |divisions| {
            of_divisions(divisions)
        }),
        read("kot-employees", employees, |employees| {
            of_employees(employees)
        }),
        read(
            "kot-timerecords",
            kot.time_records(today, today, one.as_deref()),
            |_: &Reading| Line::ok("kot-timerecords", "check-kot-timerecords"),
        ),
        closing(kot.closed_days(today, today)),
    ]
}

/// 日別勤怠 may stay unread: then nothing is held for a closed month, which is said here and nowhere else.
fn closing(answer: Result<ClosedDays, Error>) -> Line {
    let check = "kot-daily-workings";
    match answer {
        Err(Error::AccessRefused {
            status: 401 | 403, ..
        }) => Line::untried(
            check,
            Text::new("check-kot-daily-workings-refused"),
            Some(Text::new("check-kot-daily-workings-remedy")),
        ),
        answer => read(check, answer, |_| {
            Line::ok(check, "check-kot-daily-workings")
        }),
    }
}

fn read<T>(check: &'static str, answer: Result<T, Error>, line: impl FnOnce(&T) -> Line) -> Line {
    match answer {
        Ok(value) => line(&value),
        Err(Error::Closed { opens, .. }) => {
            let until = opens.format("%H:%M").to_string();
            let message = Text::new("check-kot-closed").with("until", until);
            Line::untried(check, message, None)
        }
        Err(
            error @ Error::AccessRefused {
                status: 401 | 403, ..
            },
        ) => {
            let refused = Failure::of(&error.into());
            let remedy = Text::new("check-kot-permission-remedy")
                .with("data", Text::family("check-name", check));
            Line::failed(check, refused.remedy(remedy))
        }
        Err(error) => Line::failed(check, Failure::of(&error.into())),
    }
}

fn of_company(company: &Company, known: Option<&str>) -> Line {
    if known.is_some_and(|known| known != company.key) {
        let error = crate::relay::Error::OtherCompany;
        return Line::failed("kot-company", Failure::of(&error.into()));
    }
    let message = Text::new("check-kot-company")
        .with("name", company.name.as_str())
        .with("code", company.code.as_str());
    Line::said("kot-company", message)
}

fn of_divisions(divisions: &[Division]) -> Line {
    let borders: BTreeSet<String> = divisions
        .iter()
        .map(|division| division.day_border.format("%H:%M").to_string())
        .collect();
    let borders: Vec<String> = borders.into_iter().collect();
    let message = Text::new("check-kot-divisions")
        .with("count", divisions.len())
        .with("borders", borders.join(", "));
    Line::said("kot-divisions", message)
}

fn of_employees(employees: &[Employee]) -> Line {
    let message = Text::new("check-kot-employees").with("count", employees.len());
    Line::said("kot-employees", message)
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::super::line::Result::{Ok as Fine, Untried, Wrong};
    use super::{Company, of_company, read, token};
    use crate::commands::Exit;
    use crate::domain::time::from_epoch;
    use crate::kot::Error;

    fn refused() -> Error {
        Error::AccessRefused {
            status: 403,
            code: Some("100".to_owned()),
            message: None,
        }
    }

    fn closed() -> Error {
        Error::Closed {
            opens: from_epoch(1_734_393_600).unwrap() + Duration::hours(1),
            configured: true,
        }
    }

    #[test]
    fn the_token_is_known_stopped_or_refused() {
        for (answer, result, exit) in [
            (Ok(true), Fine, Exit::Done),
            (Ok(false), Wrong, Exit::Access),
            (Err(refused()), Wrong, Exit::Access),
        ] {
            let line = token(answer);
            assert_eq!((line.result, line.exit), (result, exit));
        }
    }

    #[test]
    fn what_is_read_in_the_closed_hours_is_untried_and_what_is_refused_is_a_permission() {
        let company = Company {
            key: "k".to_owned(),
            code: "c".to_owned(),
            name: "n".to_owned(),
        };
        for (answer, known, result, exit) in [
            (Ok(company.clone()), None, Fine, Exit::Done),
            (Ok(company.clone()), Some("k"), Fine, Exit::Done),
            (Ok(company.clone()), Some("other"), Wrong, Exit::Limit),
            (Err(closed()), None, Untried, Exit::Done),
            (Err(refused()), None, Wrong, Exit::Access),
        ] {
            let line = read("kot-company", answer, |company| of_company(company, known));
            assert_eq!((line.result, line.exit), (result, exit));
            if result == Wrong && exit == Exit::Access {
                assert_eq!(line.remedy.unwrap().key(), "check-kot-permission-remedy");
            }
        }
    }
}
