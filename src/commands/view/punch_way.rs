//! How the way of one punch is shown: `pcpunch.punches-show.v1`.

use serde::Serialize;

use crate::domain::pc_log::{LinkKind, PcUserName};
use crate::domain::policy::Policy;
use crate::domain::punch::{Punch, PunchKind, TimeRecord};
use crate::domain::time::{Jst, WorkDay};
use crate::locale::{Locale, Text};
use crate::output::{Column, Table, Tone, View};
use crate::state::{OpenFinding, PastAttempt, PunchWay};

use super::check_day::Shown;
use super::finding::{FindingView, rfc3339};
use super::log::LogView;
use super::names::Names;
use super::punch::{PunchView, kind_text};
use crate::commands::Exit;

/// All that is known of one punch.
pub(in crate::commands) struct Way<'a> {
    pub(in crate::commands) punch: &'a Punch,
    pub(in crate::commands) past: &'a PunchWay,
    /// What held on its work day.
    pub(in crate::commands) policy: Policy,
    pub(in crate::commands) logs: Vec<LogView>,
    pub(in crate::commands) links: Vec<LinkView>,
    /// What KING OF TIME shows of the day; `None` where it was not read.
    pub(in crate::commands) kot: Option<&'a [TimeRecord]>,
    /// The open findings of the day.
    pub(in crate::commands) findings: &'a [OpenFinding],
    /// How the command ends.
    pub(in crate::commands) exit: Exit,
}

/// A link that made a log this person's.
#[derive(Debug, Serialize)]
pub(in crate::commands) struct LinkView {
    link: &'static str,
    user: PcUserName,
    /// Its first work day; absent where it has held from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<WorkDay>,
}

#[derive(Debug, Serialize)]
struct AttemptView {
    run: i64,
    began: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kot_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kot_message: Option<String>,
}

#[derive(Debug, Serialize)]
struct ReadingView {
    run: i64,
    began: String,
    shown: bool,
}

/// `pcpunch.punches-show.v1`
#[derive(Debug, Serialize)]
pub(in crate::commands) struct PunchWayView {
    punch: PunchView,
    rule: &'static str,
    decided_at: String,
    changed_at: String,
    logs: Vec<LogView>,
    links: Vec<LinkView>,
    attempts: Vec<AttemptView>,
    readings: Vec<ReadingView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kot: Option<Vec<Shown>>,
    findings: Vec<FindingView>,
    exit: u8,
    #[serde(skip)]
    steps: Vec<Step>,
}

/// One row of the table: which step, when, and what.
#[derive(Debug)]
struct Step {
    name: &'static str,
    at: String,
    what: Text,
    tone: Tone,
}

impl LinkView {
    /// The link of that product and name, from its first work day on.
    pub(in crate::commands) fn new(
        kind: LinkKind,
        user: &PcUserName,
        since: Option<WorkDay>,
    ) -> Self {
        Self {
            link: kind.name(),
            user: user.clone(),
            since: since.filter(|since| *since > WorkDay::EARLIEST),
        }
    }
}

impl PunchWayView {
    /// Puts the way of a punch into words.
    pub(in crate::commands) fn new(way: Way<'_>, names: &Names, locale: &Locale) -> Self {
        let steps = steps(&way, names);
        let past = way.past;
        Self {
            punch: PunchView::of(way.punch, names),
            rule: rule(way.punch, way.policy),
            decided_at: rfc3339(past.decided_at),
            changed_at: rfc3339(past.changed_at),
            attempts: past.attempts.iter().map(AttemptView::of).collect(),
            readings: past
                .readings
                .iter()
                .map(|reading| ReadingView {
                    run: reading.run,
                    began: rfc3339(reading.began),
                    shown: false,
                })
                .collect(),
            kot: way
                .kot
                .map(|records| records.iter().map(Shown::of).collect()),
            findings: way
                .findings
                .iter()
                .map(|open| FindingView::of_open(open, names, locale))
                .collect(),
            logs: way.logs,
            links: way.links,
            exit: way.exit.code(),
            steps,
        }
    }
}

impl AttemptView {
    fn of(attempt: &PastAttempt) -> Self {
        Self {
            run: attempt.run,
            began: rfc3339(attempt.began),
            ended: attempt.ended.map(rfc3339),
            outcome: attempt.outcome.clone(),
            status: attempt.status,
            kot_code: attempt.kot_code.clone(),
            kot_message: attempt.kot_message.clone(),
        }
    }
}

/// The rule that gave a punch, by name.
fn rule(punch: &Punch, policy: Policy) -> &'static str {
    match punch.kind {
        PunchKind::ClockIn => "first-logon",
        PunchKind::ClockOut if punch.rolling => "each-logoff",
        PunchKind::ClockOut => "last-logoff",
        PunchKind::BreakStart | PunchKind::BreakEnd if policy.break_minutes().is_some() => "break",
        PunchKind::BreakStart | PunchKind::BreakEnd => "break-then",
    }
}

/// The way from the logs to what KING OF TIME shows, step by step.
fn steps(way: &Way<'_>, names: &Names) -> Vec<Step> {
    let view = PunchView::of(way.punch, names);
    let step = |name, at: String, what| Step {
        name,
        at,
        what,
        tone: Tone::Plain,
    };
    let none = String::new;
    let mut steps = vec![Step {
        tone: view.tone(),
        ..step("punch", seconds(way.past.changed_at), view.headline())
    }];
    steps.extend(way.logs.iter().map(|log| Step {
        tone: log.tone(),
        ..step("log", log.occurred().to_owned(), log.line())
    }));
    steps.extend(way.links.iter().map(|link| {
        let since = match link.since {
            Some(since) => Text::new("way-since").showing("day", since),
            None => Text::new("way-always"),
        };
        let text = Text::new("way-link-text")
            .with("user", link.user.as_str())
            .with("name", names.shown(&way.punch.employee))
            .with("link", link.link)
            .with("since", since);
        step("link", none(), text)
    }));
    let mut given = Text::family("way-rule", rule(way.punch, way.policy));
    given = given.showing("minutes", way.policy.break_minutes().unwrap_or_default());
    steps.push(step("rule", seconds(way.past.decided_at), given));
    steps.extend(way.past.attempts.iter().map(|attempt| Step {
        tone: tone(attempt),
        ..step("attempt", seconds(attempt.began), told(attempt))
    }));
    steps.extend(way.past.readings.iter().map(|reading| {
        let text = Text::new("way-absent").showing("run", reading.run);
        step("reading", seconds(reading.began), text)
    }));
    steps.extend(shown(way));
    steps.extend(way.findings.iter().map(|open| Step {
        tone: Tone::Note,
        ..step(
            "finding",
            seconds(open.since),
            Text::family("finding", open.finding.code.name()),
        )
    }));
    steps
}

/// What KING OF TIME shows of the day, a row each; or that it shows nothing, or was not read.
fn shown(way: &Way<'_>) -> Vec<Step> {
    let step = |at: String, what| Step {
        name: "kot",
        at,
        what,
        tone: Tone::Plain,
    };
    match way.kot {
        None => vec![step(String::new(), Text::new("check-kot-not-read"))],
        Some([]) => vec![step(String::new(), Text::new("way-kot-nothing"))],
        Some(records) => {
            let told = |record: &TimeRecord| {
                let kind = match record.kind() {
                    Some(kind) => kind_text(kind),
                    None => Text::new("plain").showing("text", record.code),
                };
                let how = record.how.as_deref().unwrap_or_default();
                let text = match how {
                    "" => Text::new("way-kot-plain"),
                    how => Text::new("way-kot-how").with("how", how),
                };
                step(seconds(record.time), text.with("kind", kind))
            };
            records.iter().map(told).collect()
        }
    }
}

fn tone(attempt: &PastAttempt) -> Tone {
    match attempt.outcome.as_deref() {
        Some("accepted") => Tone::Good,
        Some("refused") => Tone::Bad,
        _ => Tone::Note,
    }
}

/// In which round it was made, how it ended and with which words.
fn told(attempt: &PastAttempt) -> Text {
    let outcome = attempt.outcome.as_deref().unwrap_or("open");
    let answer = [
        attempt.status.map(|status| format!("HTTP {status}")),
        attempt.kot_code.clone(),
        attempt.kot_message.clone(),
    ];
    let answer: Vec<String> = answer.into_iter().flatten().collect();
    let ended = attempt.ended.map(seconds).unwrap_or_default();
    Text::new("way-attempt-text")
        .showing("run", attempt.run)
        .with("outcome", Text::family("way-outcome", outcome))
        .with("answer", answer.join(" "))
        .with("ended", ended)
}

fn seconds(moment: Jst) -> String {
    moment.format("%Y-%m-%d %H:%M:%S").to_string()
}

impl View for PunchWayView {
    const SCHEMA: &'static str = "pcpunch.punches-show.v1";

    fn table<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("step", "way-step"),
            Column::new("at", "way-at"),
            Column::new("what", "way-what"),
        ]);
        for step in &self.steps {
            let cells = [
                locale.say(&Text::family("way-is", step.name)),
                step.at.clone(),
                locale.say(&step.what),
            ];
            table.toned_row(step.tone, cells);
        }
        table
    }

    fn csv<'a>(&'a self, locale: &'a Locale) -> Table<'a> {
        let mut table = Table::new([
            Column::new("step", "way-step"),
            Column::new("at", "way-at"),
            Column::new("what", "way-what"),
        ]);
        for step in &self.steps {
            table.row([
                step.name.to_owned(),
                step.at.clone(),
                locale.say(&step.what),
            ]);
        }
        table
    }

    fn after(&self) -> Vec<Text> {
        let told = |finding: &FindingView| {
            let blank = std::iter::once(Text::new("word-nothing"));
            blank.chain(finding.lines()).collect::<Vec<_>>()
        };
        self.findings.iter().flat_map(told).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::{Lang, Locale, Text};

    #[test]
    fn every_step_rule_and_outcome_has_its_words_in_both_languages() {
        let families = [
            (
                "way-is",
                &[
                    "punch", "log", "link", "rule", "attempt", "reading", "kot", "finding",
                ][..],
            ),
            (
                "way-rule",
                &[
                    "first-logon",
                    "each-logoff",
                    "last-logoff",
                    "break",
                    "break-then",
                ],
            ),
            (
                "way-outcome",
                &["accepted", "refused", "not-applied", "unknown", "open"],
            ),
        ];
        for (family, names) in families {
            for name in names {
                let text = Text::family(family, name);
                for lang in Lang::ALL {
                    let said = Locale::new(lang).entry(text.key());
                    assert!(said.is_some(), "{lang:?}: {}", text.key());
                }
            }
        }
    }
}
