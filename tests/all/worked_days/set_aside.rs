//! People who are set aside, and names that a person said are one person's.

use pcpunch::domain::pc_log::PcUserName;
use pcpunch::domain::time::{DaySpan, WorkDay};
use pcpunch::sandbox::key_of;
use pcpunch::state::State;

use super::TARO;
use crate::harness::{Office, moment, pc_log};

impl Office {
    /// Sets somebody aside on these days, as `accounts exclude` does.
    fn sets_aside(&self, code: &str, from: Option<&str>, until: Option<&str>) {
        let day = |text: &str| WorkDay::parse(text).unwrap();
        let days = DaySpan {
            from: from.map(day),
            until: until.map(day),
        };
        let mut state = State::open(&self.state_file()).unwrap();
        let key = pcpunch::domain::employee::EmployeeKey::new(key_of(code));
        state
            .set_exclusion(&key, days, moment("2024-12-17 09:30"))
            .unwrap();
    }
}

#[test]
fn of_the_days_on_which_somebody_is_set_aside_nothing_is_punched_and_nothing_told() {
    let office = Office::of(&[TARO]);
    office.sets_aside("1000", Some("2024-12-18"), Some("2024-12-18"));
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-18 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-19 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-19 18:00 PC-1 tarouk ログオフ"),
    ]);
    office.rounds_at(&["2024-12-17 10:05", "2024-12-18 10:05", "2024-12-20 10:05"]);
    office.kot_has(&[
        "1000 2024-12-17 出勤 09:00",
        "1000 2024-12-17 退勤 18:00",
        "1000 2024-12-19 出勤 09:00",
        "1000 2024-12-19 退勤 18:00",
    ]);
    office.check("2024-12-17", "2024-12-19").exits(0).finds(&[]);
    office.fates(
        "2024-12-18",
        "2024-12-18",
        &["2024-12-18 09:00 PC-1 ログオン excluded"],
    );
    office.rests();
}

#[test]
fn what_was_decided_before_somebody_was_set_aside_is_withdrawn_and_what_was_sent_stays() {
    let office = Office::of(&[TARO]);
    office.malion_has([
        pc_log("2024-12-17 09:00 PC-1 tarouk ログオン"),
        pc_log("2024-12-17 18:00 PC-1 tarouk ログオフ"),
        pc_log("2024-12-18 09:00 PC-1 tarouk ログオン"),
    ]);
    office.rounds_at(&["2024-12-17 10:05", "2024-12-18 09:05"]);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 accepted",
        "1000 2024-12-17 退勤 18:00 decided",
        "1000 2024-12-18 出勤 09:00 decided",
    ]);
    office.sets_aside("1000", None, None);
    office.rounds_at(&["2024-12-18 10:05"]);
    office.book_says(&[
        "1000 2024-12-17 出勤 09:00 accepted",
        "1000 2024-12-17 退勤 18:00 withdrawn",
        "1000 2024-12-18 出勤 09:00 withdrawn",
    ]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00"]);
    let checked = office.check("2024-12-17", "2024-12-18").exits(0);
    checked.finds(&[]).days(&[]);
    office.rests();
}

/// Worked day 14, where a person said that the name is one person's.
#[test]
fn day_14_a_name_that_a_person_allowed_on_several_pcs_is_punched() {
    let office = Office::of(&[("1000", "勤怠", "太郎", "user")]);
    let mut state = State::open(&office.state_file()).unwrap();
    let allowed = state.allow_name(&PcUserName::new("user"), moment("2024-12-17 08:00"));
    assert!(allowed.unwrap());
    drop(state);
    office.malion_has([
        pc_log(r"2024-12-17 09:00 PC-A PC-A\user ログオン"),
        pc_log(r"2024-12-17 09:30 PC-B PC-B\user ログオン"),
        pc_log(r"2024-12-17 17:00 PC-B PC-B\user ログオフ"),
        pc_log(r"2024-12-17 18:00 PC-A PC-A\user ログオフ"),
    ]);
    office.rounds_at(&["2024-12-17 10:05", "2024-12-18 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
    office.check("2024-12-17", "2024-12-17").exits(0).finds(&[]);
}
