//! The rounds that are killed: of two days in the life of three people.

use pcpunch::sandbox::{Log, StoredPunch};

use super::eve::Eve;
use crate::harness::{Office, pc_log};

/// 従業員コード, 姓, 名 and PC user name of the three.
pub(super) const PEOPLE: [(&str, &str, &str, &str); 3] = [
    ("1000", "勤怠", "太郎", "tarouk"),
    ("2000", "打刻", "花子", "hanako"),
    ("3000", "勤怠", "次郎", "jirok"),
];

/// MaLion's profile, with so few logs on a page that a reading has several.
const PROFILE: &str = include_str!("../../../../src/malion/assumed-v1.toml");

/// A round that is to be killed.
#[derive(Clone, Copy)]
pub(super) struct Doomed {
    pub(super) name: &'static str,
    /// Rounds before it, which end well.
    pub(super) before: &'static [&'static str],
    /// When it begins.
    pub(super) at: &'static str,
    /// The round after it.
    pub(super) soon: &'static str,
    /// Rounds of that day while something is not settled: half an hour after the first, ten minutes more, and
    /// the same again.
    pub(super) later: &'static [&'static str],
    /// A round that sends what the day after has, and those that settle it.
    pub(super) last: &'static [&'static str],
    /// Settings that are set before its first round.
    pub(super) settings: &'static [(&'static str, &'static str)],
    /// What there is of Taro's lunch hour, beside everybody's 出勤 and 退勤.
    pub(super) lunch: &'static [&'static str],
    /// What there is besides where no 退勤 overwrites another.
    pub(super) not_overwritten: &'static [&'static str],
    /// Where its faults begin in a part of the matrix.
    pub(super) offset: usize,
    /// Every so many of its points are in a part of the matrix.
    pub(super) every: usize,
}

/// The three 出勤 of a morning.
pub(super) const MORNING: Doomed = Doomed {
    name: "three 出勤",
    before: &["2024-12-17 08:00"],
    at: "2024-12-17 12:00",
    soon: "2024-12-17 12:05",
    later: &[
        "2024-12-17 12:21",
        "2024-12-17 12:36",
        "2024-12-17 12:47",
        "2024-12-17 13:10",
        "2024-12-17 13:21",
        "2024-12-17 13:45",
    ],
    last: &[
        "2024-12-18 12:00",
        "2024-12-18 12:05",
        "2024-12-18 12:21",
        "2024-12-18 12:36",
        "2024-12-18 12:47",
        "2024-12-18 13:10",
        "2024-12-18 13:21",
    ],
    settings: &[],
    lunch: &[],
    not_overwritten: &[],
    offset: 0,
    every: 1,
};

/// The three 出勤, sent just before the closed hours, in which the next round falls.
pub(super) const EVENING: Doomed = Doomed {
    name: "three 出勤 before the closed hours",
    at: "2024-12-17 17:25",
    soon: "2024-12-17 17:35",
    later: &[
        "2024-12-17 18:36",
        "2024-12-17 18:52",
        "2024-12-17 19:08",
        "2024-12-17 19:19",
        "2024-12-17 19:42",
        "2024-12-17 19:53",
    ],
    offset: 13,
    ..MORNING
};

/// The three 出勤, which wait in the closed hours.
pub(super) const WAITING: Doomed = Doomed {
    name: "three 出勤 in the closed hours",
    before: &["2024-12-17 08:25"],
    at: "2024-12-17 09:22",
    soon: "2024-12-17 09:27",
    later: &[
        "2024-12-17 10:06",
        "2024-12-17 10:22",
        "2024-12-17 10:37",
        "2024-12-17 10:48",
        "2024-12-17 11:11",
        "2024-12-17 11:22",
    ],
    offset: 5,
    ..MORNING
};

/// The three 出勤, sent in the closed hours without a reading.
pub(super) const UNREAD: Doomed = Doomed {
    name: "three 出勤 unread",
    settings: &[("punch.in_closed_hours", "send")],
    offset: 21,
    ..WAITING
};

/// The three 退勤 of the day before, and the three 出勤 of the new one.
pub(super) const NEXT_MORNING: Doomed = Doomed {
    name: "three 退勤 and three 出勤",
    before: &["2024-12-17 12:00"],
    at: "2024-12-18 10:05",
    soon: "2024-12-18 10:10",
    later: &[
        "2024-12-18 10:26",
        "2024-12-18 10:41",
        "2024-12-18 10:52",
        "2024-12-18 11:15",
        "2024-12-18 11:26",
        "2024-12-18 11:50",
    ],
    last: &[
        "2024-12-18 14:00",
        "2024-12-18 14:05",
        "2024-12-18 14:21",
        "2024-12-18 14:36",
        "2024-12-18 14:47",
        "2024-12-18 15:10",
        "2024-12-18 15:21",
    ],
    offset: 30,
    ..MORNING
};

/// The same with 休憩開始 and 休憩終了 before Taro's 退勤, all sent one after the other, so that a kill between
/// them is one of the points.
pub(super) const BREAKS: Doomed = Doomed {
    name: "the same with 休憩",
    settings: &[("link.breaks", "on"), ("kot.lanes", "1")],
    lunch: &["1000 2024-12-17 3 12:00", "1000 2024-12-17 4 13:00"],
    offset: 5,
    every: 2,
    ..NEXT_MORNING
};

/// The 退勤 of an evening, sent at once; Taro has one of noon already.
pub(super) const ROLLING: Doomed = Doomed {
    name: "three 退勤, rolling",
    before: &["2024-12-17 08:00", "2024-12-17 12:05"],
    at: "2024-12-17 18:40",
    soon: "2024-12-17 18:45",
    later: &[
        "2024-12-17 19:01",
        "2024-12-17 19:16",
        "2024-12-17 19:27",
        "2024-12-17 19:50",
        "2024-12-17 20:01",
        "2024-12-17 20:25",
    ],
    settings: &[("punch.policy", "rolling")],
    not_overwritten: &["1000 2024-12-17 2 12:00"],
    offset: 17,
    ..MORNING
};

impl Doomed {
    /// Gives the relay its settings.
    pub(super) fn sets_up(&self, office: &Office) {
        let profile = PROFILE.replace("size = 500", "size = 2");
        assert_ne!(profile, PROFILE, "a page is smaller");
        let file = office.file("small-pages.toml", &profile);
        office.setting("malion.profile", file.to_str().expect("a path"));
        for (key, value) in self.settings {
            office.setting(key, value);
        }
    }

    /// Whether it may send without a reading.
    pub(super) fn sends_unread(&self) -> bool {
        self.settings.contains(&("punch.in_closed_hours", "send"))
    }

    /// Everything up to the round.
    pub(super) fn eve(self) -> Eve {
        Eve::of(self)
    }

    /// What KING OF TIME is to have in the end, each line once.
    pub(super) fn expected(&self, overwrites: bool) -> Vec<String> {
        let mut expected: Vec<String> = Vec::new();
        for (code, minute) in [("1000", "00"), ("2000", "10"), ("3000", "20")] {
            for punch in ["17 1 09", "18 1 09", "17 2 18"] {
                expected.push(format!("{code} 2024-12-{punch}:{minute}"));
            }
        }
        let more = self.lunch.iter();
        let more = more.chain(self.not_overwritten.iter().filter(|_| !overwrites));
        expected.extend(more.map(|line| (*line).to_owned()));
        expected
    }
}

/// A punch as [`Doomed::expected`] writes it.
pub(super) fn line_of(punch: &StoredPunch) -> String {
    let (code, day, time) = (
        &punch.employee_code,
        punch.work_day,
        punch.time.format("%H:%M"),
    );
    format!("{code} {day} {} {time}", punch.code)
}

/// The logs of the two days. No second of theirs is zero: a punch that bore it would be another where KING OF
/// TIME rounds.
pub(super) fn logs() -> Vec<Log> {
    let on = |user: &str, time: &str| pc_log(&format!("{time}:40 PC-{user} {user} ログオン"));
    let off = |user: &str, time: &str| pc_log(&format!("{time}:50 PC-{user} {user} ログオフ"));
    let users = [("tarouk", "00"), ("hanako", "10"), ("jirok", "20")];
    let of = |(user, minute)| {
        [
            on(user, &format!("2024-12-17 09:{minute}")),
            off(user, &format!("2024-12-17 18:{minute}")),
            on(user, &format!("2024-12-18 09:{minute}")),
        ]
    };
    let lunch = [
        off("tarouk", "2024-12-17 12:00"),
        on("tarouk", "2024-12-17 13:00"),
    ];
    users.into_iter().flat_map(of).chain(lunch).collect()
}
