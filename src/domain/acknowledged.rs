//! What somebody set a finding aside for: evidence of substance that came later makes it a new one.

use super::finding::{Code, Evidence, Finding};

/// The facts that are evidence of substance. Others differ from one reading to the next.
const OF_SUBSTANCE: [&str; 5] = ["kind", "shown_kind", "kot_code", "status", "nearest"];

/// Whether what is found `now` is still what was `set_aside`: the same person, name and day, as urgent,
/// and nothing of substance in its evidence that was not there before. Evidence that fell away, such as
/// logs too old to be looked at, changes nothing.
pub fn still_stands(set_aside: &Finding, now: &Finding) -> bool {
    let (before, after) = (&set_aside.evidence, &now.evidence);
    set_aside.identity() == now.identity()
        && set_aside.severity == now.severity
        && OF_SUBSTANCE
            .iter()
            .all(|name| fact_stands(name, before, after))
        && match now.code {
            // Each further day and log of the same says nothing new.
            Code::Unlinked | Code::NoLogs | Code::OtherOperation | Code::KotIncomplete => true,
            Code::SharedUserName | Code::NoLinkCode => {
                is_within(&after.terminals, &before.terminals)
            }
            _ => {
                is_within(&after.logs, &before.logs)
                    && is_within(&after.times, &before.times)
                    && is_within(&after.terminals, &before.terminals)
            }
        }
}

fn fact_stands(name: &str, before: &Evidence, after: &Evidence) -> bool {
    let values = |evidence: &Evidence| -> Vec<String> {
        let value = evidence.facts.get(name).map(String::as_str);
        let values = value.unwrap_or_default().split(',');
        values.map(str::to_owned).collect()
    };
    !after.facts.contains_key(name) || is_within(&values(after), &values(before))
}

fn is_within<T: PartialEq>(part: &[T], whole: &[T]) -> bool {
    part.iter().all(|one| whole.contains(one))
}

#[cfg(test)]
mod tests {
    use super::still_stands;
    use crate::domain::finding::{Code, Evidence, Finding, Severity};
    use crate::domain::pc_log::{LogId, PcUserName};

    fn evidence(logs: &[i64], terminals: &[&str], fact: (&str, &str)) -> Evidence {
        let evidence = logs.iter().fold(Evidence::default(), |evidence, log| {
            evidence.log(LogId(*log))
        });
        let all = terminals.iter();
        all.fold(evidence, |evidence, terminal| evidence.terminal(terminal))
            .fact(fact.0, fact.1)
    }

    #[test]
    fn only_new_evidence_of_substance_makes_a_new_finding() {
        let none = ("count", "1");
        let rows = [
            (
                Code::ClockWrong,
                evidence(&[1, 2], &["A"], none),
                evidence(&[2], &["A"], none),
                true,
            ),
            (
                Code::ClockWrong,
                evidence(&[1], &["A"], none),
                evidence(&[1, 2], &["A"], none),
                false,
            ),
            (
                Code::NoLinkCode,
                evidence(&[1], &["A", "B"], none),
                evidence(&[9], &["B"], none),
                true,
            ),
            (
                Code::NoLinkCode,
                evidence(&[1], &["A"], none),
                evidence(&[1], &["A", "B"], none),
                false,
            ),
            (
                Code::Unlinked,
                evidence(&[1], &["A"], none),
                evidence(&[7], &["C"], ("count", "9")),
                true,
            ),
            (
                Code::Unlinked,
                evidence(&[], &[], none),
                evidence(&[], &[], ("nearest", "taro")),
                false,
            ),
            (
                Code::Refused,
                evidence(&[], &[], ("kind", "1,2")),
                evidence(&[], &[], ("kind", "2")),
                true,
            ),
            (
                Code::Refused,
                evidence(&[], &[], ("kind", "1")),
                evidence(&[], &[], ("kind", "1,2")),
                false,
            ),
            (
                Code::KotAccess,
                evidence(&[], &[], ("kot_code", "100")),
                evidence(&[], &[], ("kot_code", "105")),
                false,
            ),
            (
                Code::WaitingLogoff,
                evidence(&[1], &[], ("until", "a")),
                evidence(&[1], &[], ("until", "b")),
                true,
            ),
        ];
        for (code, before, now, stands) in rows {
            let finding = |evidence| Finding::of_user(code, &PcUserName::new("tarouk"), evidence);
            let (before, now) = (finding(before), finding(now));
            assert_eq!(still_stands(&before, &now), stands, "{before:?} {now:?}");
        }
    }

    #[test]
    fn a_note_that_becomes_urgent_is_a_new_finding() {
        let name = PcUserName::new("user");
        let urgent = Finding::of_user(Code::SharedUserName, &name, Evidence::default());
        let note = Finding {
            severity: Severity::Note,
            ..urgent.clone()
        };
        assert!(!still_stands(&note, &urgent));
    }
}
