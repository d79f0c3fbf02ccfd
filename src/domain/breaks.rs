//! 休憩: the gaps of a work day in which no PC of the person has a session.

use super::pc_log::LogId;
use super::time::{Jst, Minute};

/// A time over which one PC of a person had a session, or may have had one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Its begin.
    pub from: Jst,
    /// Its end.
    pub until: Jst,
    /// The ログオン that began it; `None` where that is not known.
    pub begins: Option<LogId>,
    /// The ログオフ that ended it; `None` where that is not known.
    pub ends: Option<LogId>,
}

/// One end of a break: when, and the log it rests on.
pub type Edge = (Minute, LogId);

/// The breaks of at least `least` minutes strictly between the minutes of 出勤 and 退勤, as pairs of
/// begin and end. Times are cut to the minute first; exactly the threshold counts.
///
/// A gap at whose edge a session was ended or begun at a time that nobody knows is no break. Nor is one
/// that would meet another punch in one minute: KING OF TIME could not tell their order.
pub fn breaks(
    mut stays: Vec<Stay>,
    clock_in: Minute,
    clock_out: Minute,
    least: u32,
) -> Vec<(Edge, Edge)> {
    stays.sort_by_key(|stay| (stay.from, stay.until));
    let mut found = Vec::new();
    let mut last_punch = clock_in;
    let mut last: Option<Stay> = None;
    for stay in stays {
        if let Some(before) = last
            && let (Some(ended), Some(begun)) = (before.ends, stay.begins)
        {
            let (from, until) = (Minute::cut(before.until), Minute::cut(stay.from));
            let is_inside = last_punch < from && until < clock_out;
            if is_inside && until.minutes_since(from) >= i64::from(least) {
                found.push(((from, ended), (until, begun)));
                last_punch = until;
            }
        }
        // Of two that end in one second, one of them unknown, the unknown one counts.
        let ends_later = |before: Stay| {
            before.until < stay.until || (before.until == stay.until && before.ends.is_some())
        };
        if last.is_none_or(ends_later) {
            last = Some(stay);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Stay, breaks};
    use crate::domain::pc_log::LogId;
    use crate::domain::time::{Jst, Minute};

    /// `12:00` or `12:00:30` of 2024-12-17 in Japan.
    fn at(clock: &str) -> Jst {
        let seconds = if clock.len() == 5 { ":00" } else { "" };
        Jst::parse_from_rfc3339(&format!("2024-12-17T{clock}{seconds}+09:00")).unwrap()
    }

    /// `09:00 12:00`; a `?` before a time says that nobody knows it for sure.
    fn stay(text: &str) -> Stay {
        let (from, until) = text.split_once(' ').unwrap();
        let edge = |text: &str| {
            let known = text.strip_prefix('?').is_none().then_some(LogId(1));
            (at(text.trim_start_matches('?')), known)
        };
        let ((from, begins), (until, ends)) = (edge(from), edge(until));
        Stay {
            from,
            until,
            begins,
            ends,
        }
    }

    #[test]
    fn gaps_between_all_sessions_are_breaks_where_both_edges_are_known() {
        for (name, stays, expected) in [
            (
                "worked day 2",
                vec!["09:00 12:00", "13:00 18:22"],
                vec!["12:00-13:00"],
            ),
            ("worked day 3", vec!["09:00 12:00", "12:59 18:22"], vec![]),
            (
                "worked day 3, cut to the minute first",
                vec!["09:00 12:00:30", "13:00 18:22"],
                vec!["12:00-13:00"],
            ),
            (
                "worked day 4, two PCs side by side",
                vec!["09:00 12:00", "11:30 18:22"],
                vec![],
            ),
            (
                "a short session within a long one ends nothing",
                vec!["09:00 15:00", "10:00 11:00", "16:30 18:22"],
                vec!["15:00-16:30"],
            ),
            (
                "two breaks",
                vec!["09:00 12:00", "13:00 15:00", "16:00 18:22"],
                vec!["12:00-13:00", "15:00-16:00"],
            ),
            (
                "an end that nobody knows",
                vec!["09:00 ?12:00", "13:00 18:22"],
                vec![],
            ),
            (
                "a begin that nobody knows",
                vec!["09:00 12:00", "?13:00 18:22"],
                vec![],
            ),
            (
                "a session that may run over the gap",
                vec!["08:00 ?17:00", "09:00 12:00", "13:00 18:22"],
                vec![],
            ),
            (
                "a gap before the 出勤",
                vec!["07:00 07:30", "09:00 18:22"],
                vec![],
            ),
            (
                "a gap in the 出勤's minute",
                vec!["09:00 09:00:30", "10:30 18:22"],
                vec![],
            ),
            (
                "a gap in the 退勤's minute",
                vec!["09:00 17:00", "18:22:10 18:22:50"],
                vec![],
            ),
            (
                "a session of less than a minute between two gaps",
                vec!["09:00 12:00", "13:00:05 13:00:40", "14:30 18:22"],
                vec!["12:00-13:00"],
            ),
        ] {
            let stays = stays.into_iter().map(stay).collect();
            let (clock_in, clock_out) = (Minute::cut(at("09:00")), Minute::cut(at("18:22")));
            let found: Vec<String> = breaks(stays, clock_in, clock_out, 60)
                .into_iter()
                .map(|((from, _), (until, _))| format!("{}-{}", from.clock(), until.clock()))
                .collect();
            assert_eq!(found, expected, "{name}");
        }
    }
}
