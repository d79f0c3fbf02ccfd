//! Every finding of logs-check.md: what provokes it, how it is told, and what answers it.

mod acks;
mod answers;
mod clean_month;
mod days;
mod logs;
mod operations;
mod punches;
mod services;

use pcpunch::domain::finding::{Code, Severity};
use pcpunch::sandbox::Log;

use crate::harness::{Checked, Office, pc_log};

type Somebody = (&'static str, &'static str, &'static str, &'static str);

const TARO: Somebody = ("1000", "勤怠", "太郎", "tarouk");
const HANAKO: Somebody = ("2000", "打刻", "花子", "hanako");

/// The day on which most of them happen.
const DAY: &str = "2024-12-17";

/// A finding that stands.
struct Provocation {
    /// Where it stands.
    office: Office,
    /// The work days that are checked.
    days: (&'static str, &'static str),
    /// How the finding begins, in the form of the harness' lines.
    told: &'static str,
    /// Does what answers it, and checks again.
    answer: fn(&Office) -> Checked,
}

impl Provocation {
    /// One of [`DAY`].
    fn new(office: Office, told: &'static str, answer: fn(&Office) -> Checked) -> Self {
        Self {
            office,
            days: (DAY, DAY),
            told,
            answer,
        }
    }

    fn over(self, from: &'static str, to: &'static str) -> Self {
        Self {
            days: (from, to),
            ..self
        }
    }
}

/// What provokes a finding. The match is whole: a new code does not compile without one.
fn provocation(code: Code) -> Provocation {
    match code {
        Code::Unlinked => logs::unlinked(),
        Code::SharedUserName => logs::shared_user_name(),
        Code::NoLogs => logs::no_logs(),
        Code::NoLinkCode => logs::no_link_code(),
        Code::OtherOperation => logs::other_operation(),
        Code::NotEmployed => logs::not_employed(),
        Code::ClockWrong => logs::clock_wrong(),
        Code::WaitingLogoff => days::waiting_logoff(),
        Code::NoLogoff => days::no_logoff(),
        Code::NoLogon => days::no_logon(),
        Code::NightLogon => days::night_logon(),
        Code::LateChange => days::late_change(),
        Code::OutOfDay => days::out_of_day(),
        Code::Refused => punches::refused(),
        Code::Unknown => punches::unknown(),
        Code::Person => punches::person(),
        Code::TooOld => punches::too_old(),
        Code::ClosedMonth => punches::closed_month(),
        Code::Frozen => punches::frozen(),
        Code::AlreadyThere => punches::already_there(),
        Code::MissingInKot => punches::missing_in_kot(),
        Code::ChangedInKot => punches::changed_in_kot(),
        Code::DoubleInKot => punches::double_in_kot(),
        Code::KotIncomplete => punches::kot_incomplete(),
        Code::CodeMoved => services::code_moved(),
        Code::MalionAccess => services::malion_access(),
        Code::KotAccess => services::kot_access(),
        Code::SourceSilent => services::source_silent(),
        Code::SyncStopped => services::sync_stopped(),
    }
}

/// How `logs check` ends where it is told.
fn exit_of(code: Code) -> i32 {
    match code {
        // KING OF TIME cannot be read at all, which weighs more.
        Code::KotAccess => 4,
        code => match code.severity() {
            Severity::Act => 6,
            Severity::Note => 0,
        },
    }
}

/// The finding is raised and told with all that belongs to it, in both languages; answered, it is told no
/// more and stands open no more.
#[track_caller]
fn prove(code: Code) {
    let Provocation {
        office,
        days: (from, to),
        told,
        answer,
    } = provocation(code);
    let name = code.name();
    let checked = office.check(from, to).exits(exit_of(code));
    assert!(
        checked.lines().iter().any(|line| line.starts_with(told)),
        "{:#?} lacks\n{told}\n{}",
        checked.lines(),
        checked.ran.told()
    );
    let finding = checked.finding(name).expect("it is told");
    let severity = match code.severity() {
        Severity::Act => "act",
        Severity::Note => "note",
    };
    assert_eq!(finding["severity"], severity, "{finding:#}");
    assert!(finding["id"].is_i64(), "it has no number: {finding:#}");
    assert!(finding["since"].is_string(), "{finding:#}");
    for field in ["cause", "remedy"] {
        let said = finding[field].as_str().unwrap_or_default();
        assert!(!said.is_ascii(), "{field} in Japanese: {said:?}");
    }
    let table = ["logs", "check", "--from", from, "--to", to, "--lang", "en"];
    office
        .run(&table)
        .exits(exit_of(code))
        .says(&format!("#{} [{name}]", checked.number_of(name)))
        .says("What to do: ");
    assert!(office.open_findings().contains(&name.to_owned()), "{name}");

    let answered = answer(&office);
    assert!(answered.finding(name).is_none(), "{}", answered.ran.told());
    let open = office.open_findings();
    assert!(!open.contains(&name.to_owned()), "{name} of {open:?}");
}

macro_rules! proves {
    ($($name:ident: $code:ident,)*) => {
        $(#[test]
        fn $name() {
            prove(Code::$code);
        })*

        /// What has a test of its own above.
        const PROVEN: &[Code] = &[$(Code::$code),*];
    };
}

proves! {
    a_name_without_an_account: Unlinked,
    a_name_that_may_be_two_peoples: SharedUserName,
    a_person_whose_pc_is_silent: NoLogs,
    a_pc_without_a_link_code: NoLinkCode,
    a_day_with_other_operations_alone: OtherOperation,
    a_logoff_that_is_still_to_come: WaitingLogoff,
    a_day_without_a_clock_out: NoLogoff,
    a_day_without_a_clock_in: NoLogon,
    a_logon_at_night: NightLogon,
    a_log_that_comes_too_late: LateChange,
    a_punch_that_is_refused: Refused,
    a_punch_whose_answer_is_lost: Unknown,
    a_punch_that_somebody_deleted: MissingInKot,
    a_punch_that_somebody_changed: ChangedInKot,
    a_day_with_two_clock_ins: DoubleInKot,
    a_day_that_a_card_had_punched: AlreadyThere,
    a_log_after_the_last_day: NotEmployed,
    a_code_that_went_to_another: CodeMoved,
    a_punch_that_is_too_old: TooOld,
    a_punch_of_a_closed_month: ClosedMonth,
    a_day_to_which_nothing_is_sent: Frozen,
    a_punch_for_a_person_to_decide: Person,
    a_punch_outside_its_work_day: OutOfDay,
    a_reading_that_lacks_punches: KotIncomplete,
    a_log_from_a_wrong_clock: ClockWrong,
    a_malion_that_lets_nobody_in: MalionAccess,
    a_king_of_time_that_lets_nobody_in: KotAccess,
    a_malion_that_sends_nothing: SourceSilent,
    a_sync_that_a_limit_stopped: SyncStopped,
}

#[test]
fn every_finding_has_a_test_that_provokes_it() {
    let unproven: Vec<&str> = Code::ALL
        .into_iter()
        .filter(|code| !PROVEN.contains(code))
        .map(Code::name)
        .collect();
    assert_eq!(unproven, [""; 0]);
}

/// Taro's office.
fn office() -> Office {
    Office::of(&[TARO])
}

/// `09:00 ログオン` of `DAY` on Taro's PC.
fn taro(time_and_operation: &str) -> Log {
    let (time, operation) = time_and_operation.split_once(' ').expect("time operation");
    pc_log(&format!("{DAY} {time} PC-1 tarouk {operation}"))
}

/// Taro's office after a whole and plain day, all of it punched: 09:00 to 18:00.
fn worked() -> Office {
    let office = office();
    office.malion_has([taro("09:00 ログオン"), taro("18:00 ログオフ")]);
    office.relays_at(&["2024-12-17 10:05", "2024-12-18 10:05"]);
    office.kot_has(&["1000 2024-12-17 出勤 09:00", "1000 2024-12-17 退勤 18:00"]);
    office
}
