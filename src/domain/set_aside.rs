//! The work days on which somebody is set aside (`accounts exclude`): said, and taken back in part.

use super::time::{DaySpan, WorkDay};

/// Whether every day of `days` lies in one of the spans.
pub fn is_covered(days: DaySpan, spans: &[DaySpan]) -> bool {
    spans.iter().any(|span| without(days, *span).is_empty())
}

/// What is left of a span when `taken` is taken out of it: nothing, one span or two.
pub fn without(span: DaySpan, taken: DaySpan) -> Vec<DaySpan> {
    let before = taken.from.map(|from| DaySpan {
        from: span.from,
        until: earlier(span.until, Some(from.back(1))),
    });
    let after = taken.until.map(|until| DaySpan {
        from: later(span.from, Some(until.next())),
        until: span.until,
    });
    let parts = before.into_iter().chain(after);
    parts.filter(|part| has_days(*part)).collect()
}

/// Whether it has a day at all.
pub fn has_days(span: DaySpan) -> bool {
    match (span.from, span.until) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    }
}

fn earlier(a: Option<WorkDay>, b: Option<WorkDay>) -> Option<WorkDay> {
    a.into_iter().chain(b).min()
}

fn later(a: Option<WorkDay>, b: Option<WorkDay>) -> Option<WorkDay> {
    a.into_iter().chain(b).max()
}

#[cfg(test)]
mod tests {
    use super::{DaySpan, WorkDay, is_covered, without};

    /// `10-12`, `-12`, `10-` and `-` as days of 2024-12.
    fn span(text: &str) -> DaySpan {
        let day = |number: &str| WorkDay::parse(&format!("2024-12-{number}"));
        let (from, until) = text.split_once('-').unwrap();
        DaySpan {
            from: day(from),
            until: day(until),
        }
    }

    #[test]
    fn what_is_taken_out_leaves_the_days_around_it() {
        let table: [(&str, &str, &[&str]); 9] = [
            ("10-20", "12-14", &["10-11", "15-20"]),
            ("10-20", "10-14", &["15-20"]),
            ("10-20", "15-", &["10-14"]),
            ("10-20", "-", &[]),
            ("10-", "15-16", &["10-14", "17-"]),
            ("-", "15-", &["-14"]),
            ("-20", "-10", &["11-20"]),
            ("10-20", "21-", &["10-20"]),
            ("10-20", "01-09", &["10-20"]),
        ];
        for (whole, taken, left) in table {
            let left: Vec<DaySpan> = left.iter().map(|text| span(text)).collect();
            assert_eq!(without(span(whole), span(taken)), left, "{whole} {taken}");
        }
    }

    #[test]
    fn days_are_covered_where_one_span_has_them_all() {
        let spans = ["10-12", "15-"].map(span);
        for (days, covered) in [
            ("10-12", true),
            ("11-11", true),
            ("10-13", false),
            ("20-", true),
            ("-12", false),
            ("-", false),
        ] {
            assert_eq!(is_covered(span(days), &spans), covered, "{days}");
        }
    }
}
