//! KING OF TIME is asked as little as can be: once for the range and all people, 62 days at a time.

use super::PEOPLE;
use crate::harness::Office;

#[test]
fn a_month_is_one_question_and_a_hundred_days_are_two_for_everybody_together() {
    let office = Office::of(&PEOPLE);
    office.at("2025-03-20 12:00");
    for (from, to, most) in [
        ("2024-12-01", "2024-12-31", 1),
        ("2024-12-01", "2025-01-31", 1),
        ("2024-12-01", "2025-02-01", 2),
        ("2024-12-01", "2025-03-10", 2),
    ] {
        for command in ["check", "differences"] {
            let words = [
                "logs", command, "--from", from, "--to", to, "--format", "json",
            ];
            let questions = office.questions(|office| {
                office.run(&words);
            });
            assert_eq!(questions, most, "logs {command} from {from} to {to}");
        }
    }
    assert_eq!(office.posts(), 0);
}
