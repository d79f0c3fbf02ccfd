//! How the services misbehave to one round.

use std::time::Duration;

use chrono::TimeDelta;
use pcpunch::sandbox::{Canned, Fault, On, Reshape, Sandbox};

/// One way to misbehave.
pub(super) struct Row {
    pub(super) name: &'static str,
    whose: Whose,
    fault: Fault,
    on: On,
    /// Whether a punch may have been lost by it though it was sent: lost twice, it is a person's.
    pub(super) loses: bool,
    /// The settings by which the relay meets it soon.
    pub(super) settings: &'static [(&'static str, &'static str)],
}

#[derive(Clone, Copy)]
enum Whose {
    Nobody,
    Kot,
    Malion,
}

impl Row {
    fn new(whose: Whose, name: &'static str, fault: Fault, on: On) -> Self {
        Self {
            name,
            whose,
            fault,
            on,
            loses: false,
            settings: &[],
        }
    }

    fn loses(self) -> Self {
        Self {
            loses: true,
            ..self
        }
    }

    fn with(self, settings: &'static [(&'static str, &'static str)]) -> Self {
        Self { settings, ..self }
    }

    /// From now on it is so.
    pub(super) fn begins(&self, sandbox: &Sandbox) {
        let (fault, on) = (self.fault.clone(), self.on.clone());
        match self.whose {
            Whose::Nobody => {}
            Whose::Kot => sandbox.kot.fault(fault, on),
            Whose::Malion => sandbox.malion.fault(fault, on),
        }
    }
}

/// From now on nothing misbehaves.
pub(super) fn all_end(sandbox: &Sandbox) {
    sandbox.kot.clear_faults();
    sandbox.malion.clear_faults();
}

fn answer(canned: Canned) -> Fault {
    Fault::Answer(canned)
}

fn refused_hours() -> Canned {
    Canned::errors(
        403,
        104,
        "次の時間帯（JST）はAPIへのアクセスが禁止されています",
    )
}

fn refused_access(status: u16, code: i64) -> Fault {
    answer(Canned::errors(status, code, "認証に失敗しました"))
}

fn server_error() -> Canned {
    Canned::errors(500, 300, "Resource Server Error.")
}

fn elsewhere() -> Canned {
    Canned::redirect("https://login.example.jp/")
}

/// All of them, and that there is none.
pub(super) fn faults() -> Vec<Row> {
    let nothing = Row::new(Whose::Nobody, "none", Fault::DropBefore, On::any());
    let mut rows = vec![nothing];
    rows.extend(of_punches());
    rows.extend(of_readings());
    rows.extend(of_logs());
    rows
}

/// A POST meets it; where it says so, every POST of the round.
fn of_punches() -> Vec<Row> {
    let post = |name, fault| Row::new(Whose::Kot, name, fault, On::punch());
    let posts = |name, fault| Row::new(Whose::Kot, name, fault, On::punch().always());
    let late = |minutes| Fault::ApplyLater(TimeDelta::minutes(minutes));
    vec![
        post("POST dropped before it was applied", Fault::DropBefore).loses(),
        posts(
            "every POST dropped before it was applied",
            Fault::DropBefore,
        )
        .loses(),
        post("POST applied, answer dropped", Fault::DropAfter),
        posts("every POST applied, answer dropped", Fault::DropAfter),
        post("POST applied 10 minutes later", late(10)),
        posts("every POST applied 29 minutes later", late(29)),
        post(
            "POST answered after the client's timeout",
            Fault::Delay(Duration::from_millis(1100)),
        )
        .with(&[("http.timeout_seconds", "1")]),
        post("answer to POST reset in its middle", Fault::ResetInAnswer),
        post("kept connection closed over a POST", Fault::CloseKept).loses(),
        post("answer to POST truncated", Fault::Truncate),
        post("POST: foreign JSON", answer(Canned::foreign_json())).loses(),
        post(
            "POST applied: foreign JSON",
            answer(Canned::foreign_json().after_applying()),
        ),
        post("POST: HTML with 200", answer(Canned::html_page())).loses(),
        posts("every POST: HTML with 200", answer(Canned::html_page())).loses(),
        post(
            "POST applied: HTML with 200",
            answer(Canned::html_page().after_applying()),
        ),
        post("POST: 500/300", answer(server_error())).loses(),
        post(
            "POST applied: 500/300",
            answer(server_error().after_applying()),
        ),
        posts("every POST: 503", answer(Canned::text(503, "busy"))).loses(),
        post(
            "POST: 429/303",
            answer(Canned::flat(429, "303", "Too Many Requests")),
        ),
        post("POST: 403/104 in open hours", answer(refused_hours())),
        post("POST: 401", refused_access(401, 100)),
        post("POST: 403/100", refused_access(403, 100)),
        posts("every POST: 403/105", refused_access(403, 105)),
        post("POST: redirect", answer(elsewhere())).loses(),
        post(
            "POST applied: redirect",
            answer(elsewhere().after_applying()),
        ),
    ]
}

/// A reading of punches meets it; where it shows something else than there is, every reading of the round.
fn of_readings() -> Vec<Row> {
    let get = |name, fault| Row::new(Whose::Kot, name, fault, On::reading());
    let gets = |name, reshape| {
        let on = On::reading().always();
        Row::new(Whose::Kot, name, Fault::Reshape(reshape), on)
    };
    vec![
        get("reading dropped", Fault::DropBefore),
        get("reading truncated", Fault::Truncate),
        get("reading: foreign JSON", answer(Canned::foreign_json())),
        get("reading: HTML with 200", answer(Canned::html_page())),
        get("reading: 500/300", answer(server_error())),
        get(
            "reading: 429/303",
            answer(Canned::flat(429, "303", "Too Many Requests")),
        ),
        get("reading: 403/104 in open hours", answer(refused_hours())),
        get("reading: 403/100", refused_access(403, 100)),
        get("reading: redirect", answer(elsewhere())),
        gets("readings are empty", Reshape::EmptyList),
        gets("readings show part of the people", Reshape::PartOfList),
        gets("readings show no punches", Reshape::PunchesHidden),
        gets("readings show part of the punches", Reshape::PartOfPunches),
    ]
}

/// MaLion's readings meet it, all of the round.
fn of_logs() -> Vec<Row> {
    let logs = |name, fault| Row::new(Whose::Malion, name, fault, On::logs().always());
    let reshaped = |name, reshape| logs(name, Fault::Reshape(reshape));
    vec![
        reshaped("pages shift", Reshape::ShiftedPages(1)),
        reshaped("rows come twice", Reshape::DoubledRows),
        reshaped("pages never end", Reshape::EndlessNext),
        reshaped("a row lacks its time", Reshape::MissingField("occurred_at")),
        logs("logs truncated", Fault::Truncate),
        logs(
            "logs: 200 with an error text",
            answer(Canned::text(200, "データベースに接続できません")),
        ),
        logs(
            "logs: 401",
            answer(Canned::malion_error(
                401,
                "unauthorized",
                "コードが違います",
            )),
        ),
        logs(
            "logs: 429 with Retry-After",
            answer(Canned::malion_error(429, "too_many", "too many").retry_after(60)),
        ),
        Row::new(
            Whose::Malion,
            "second page of logs dropped",
            Fault::DropBefore,
            On::logs().skip(1),
        ),
    ]
}
