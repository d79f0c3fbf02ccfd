//! What stands in the fields of a real answer of MaLion.

use serde_json::json;

use crate::commands::{Exit, Failure};
use crate::domain::log_source::{Field, Problem};
use crate::domain::pc_log::Operation;
use crate::locale::{Text, visible};
use crate::malion::{Found, Inspection};

use super::line::Line;

/// So much of an example is shown, in characters.
const LONGEST_EXAMPLE: usize = 40;

/// All fields at once, and whether the PCs bear the 出退勤システム連携コード that is asked of them.
pub(super) fn summary(inspection: &Inspection, require_link_code: bool) -> Line {
    let borne = |field| {
        let mut fields = inspection.fields.iter();
        let found = fields.find(|found| found.field == field);
        found.map_or(0, |found| found.borne)
    };
    let codes = borne(Field::LinkCode);
    let message = Text::new("check-malion-fields")
        .with("count", inspection.on_last_page)
        .with("users", borne(Field::User))
        .with("ids", borne(Field::LogId))
        .with("codes", codes);
    if require_link_code && codes == 0 {
        let remedy = Text::new("check-malion-no-codes-remedy");
        Line::untried("malion-fields", message, Some(remedy))
    } else {
        Line::said("malion-fields", message)
    }
}

/// Each field: where it was looked for, how many records bear it, what stands there.
pub(super) fn lines(inspection: &Inspection) -> Vec<Line> {
    let fields = inspection.fields.iter();
    fields
        .map(|found| line(found, inspection.on_last_page))
        .collect()
}

fn line(found: &Found, records: usize) -> Line {
    let example = found.example.as_deref().map(shown);
    let text = |key| {
        Text::new(key)
            .with("field", found.field.name())
            .with("place", found.place.as_str())
            .with("borne", found.borne)
            .with("records", records)
    };
    let line = match (&found.wrong, &example) {
        (Some((value, problem)), _) => {
            let message = text("check-malion-field-wrong").with("problem", told(*problem, value));
            let remedy = Text::new("check-malion-field-remedy").with("field", found.field.name());
            let failure = Failure::new(Exit::Unreachable, "malion.malformed", message);
            Line::failed("malion-field", failure.remedy(remedy))
        }
        (None, Some(example)) => {
            let message = text("check-malion-field").with("example", example.as_str());
            Line::said("malion-field", message)
        }
        (None, None) => Line::said("malion-field", text("check-malion-field-none")),
    };
    let mut facts = json!({
        "field": found.field.name(),
        "place": found.place,
        "required": found.required,
        "borne": found.borne,
        "records": records,
    });
    if let (Some(facts), Some(example)) = (facts.as_object_mut(), example) {
        facts.insert("example".to_owned(), example.into());
    }
    line.with_facts(facts)
}

fn told(problem: Problem, value: &str) -> Text {
    match problem {
        Problem::Missing => Text::new("problem-missing"),
        Problem::NotText => Text::new("problem-wrong-type"),
        Problem::NotATime => Text::new("problem-unreadable").with("value", shown(value)),
    }
}

/// How often each word of an operation stands there, and what it counts as.
pub(super) fn words(inspection: &Inspection) -> Line {
    let list = |is: fn(&Operation) -> bool| {
        let words = inspection
            .words
            .iter()
            .filter(|(_, (operation, _))| is(operation));
        let told: Vec<String> = words
            .map(|(word, (_, count))| format!("{} {count}", shown(word)))
            .collect();
        told.join(", ")
    };
    let logons = list(|operation| *operation == Operation::Logon);
    let logoffs = list(|operation| *operation == Operation::Logoff);
    let others = list(|operation| matches!(operation, Operation::Other(_)));
    let known = !logons.is_empty() || !logoffs.is_empty();
    let or_none = |list: String| {
        if list.is_empty() {
            "-".to_owned()
        } else {
            list
        }
    };
    let message = Text::new("check-malion-words")
        .with("logons", or_none(logons))
        .with("logoffs", or_none(logoffs))
        .with("others", or_none(others));
    let line = if known {
        Line::said("malion-words", message)
    } else {
        let remedy = Text::new("check-malion-words-remedy");
        Line::untried("malion-words", message, Some(remedy))
    };
    let words = inspection.words.iter().map(|(word, (operation, count))| {
        let means = match operation {
            Operation::Logon => "logon",
            Operation::Logoff => "logoff",
            Operation::Other(_) => "other",
        };
        json!({"word": shown(word), "means": means, "count": count})
    });
    let words: Vec<_> = words.collect();
    line.with_facts(json!({ "words": words }))
}

/// A value as it may be shown: cut, and harmless to a terminal.
fn shown(value: &str) -> String {
    let mut letters = value.chars();
    let mut cut: String = letters.by_ref().take(LONGEST_EXAMPLE).collect();
    if letters.next().is_some() {
        cut.push('…');
    }
    visible(&cut)
}

#[cfg(test)]
mod tests {
    use super::super::line::Result::{Ok, Untried, Wrong};
    use super::{Field, Found, Inspection, Operation, Problem, line, shown, summary, words};

    fn found(borne: usize, wrong: Option<Problem>) -> Found {
        Found {
            field: Field::LinkCode,
            place: "/link_code".to_owned(),
            required: false,
            borne,
            example: (borne > 0).then(|| "A01".to_owned()),
            wrong: wrong.map(|problem| (String::new(), problem)),
        }
    }

    #[test]
    fn link_codes_are_proven_only_by_logs_that_bear_them() {
        for (borne, required, result) in [
            (0, true, Untried),
            (0, false, Ok),
            (1, true, Ok),
            (1, false, Ok),
        ] {
            let inspection = Inspection {
                records: 3,
                on_last_page: 3,
                fields: vec![found(borne, None)],
                ..Inspection::default()
            };
            let line = summary(&inspection, required);
            assert_eq!(line.result, result, "{borne} {required}");
        }
    }

    #[test]
    fn a_field_is_wrong_where_something_cannot_stand_there() {
        for (found, result) in [
            (found(3, None), Ok),
            (found(0, None), Ok),
            (found(2, Some(Problem::Missing)), Wrong),
            (found(3, Some(Problem::NotATime)), Wrong),
        ] {
            assert_eq!(line(&found, 3).result, result, "{found:?}");
        }
    }

    #[test]
    fn words_that_are_all_others_prove_nothing() {
        let counted = |operation: Operation, result| {
            let word = operation.label().to_owned();
            let inspection = Inspection {
                words: [(word, (operation, 2))].into(),
                ..Inspection::default()
            };
            assert_eq!(words(&inspection).result, result, "{inspection:?}");
        };
        counted(Operation::Logoff, Ok);
        counted(Operation::Other("lock".to_owned()), Untried);
    }

    #[test]
    fn an_example_is_cut_and_harmless() {
        assert_eq!(shown(&"あ".repeat(41)), format!("{}…", "あ".repeat(40)));
        assert!(!shown("a\u{1b}[31m").contains('\u{1b}'));
    }
}
