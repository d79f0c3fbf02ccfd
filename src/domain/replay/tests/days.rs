//! Single days, by what the logs were and when each was collected.

use super::{Past, day};
use crate::domain::policy::Policy;
use crate::domain::rules::ClockIn;

fn rolling(past: &mut Past) {
    past.policy = Policy::Rolling;
}

fn settled(past: &mut Past) {
    past.rules.clock_in = ClockIn::Settled;
}

#[test]
fn a_day_comes_out_as_the_rounds_of_that_time_would_have_sent_it() {
    let late_logon = &[
        "17 09:00 on PC-1 <18 07:00",
        "17 10:05 on PC-1",
        "17 18:00 off PC-1",
    ][..];
    let in_closed_hours = &[
        "17 08:35 on PC-1 <17 09:30",
        "17 09:03 on PC-1",
        "17 18:00 off PC-1",
    ][..];
    let power_loss = &["17 09:00 on PC-1", "17 12:00 off PC-1", "17 13:00 on PC-1"][..];
    let night = &[
        "17 22:00 on PC-1",
        "18 02:00 off PC-1",
        "18 03:00 on PC-1",
        "18 06:00 off PC-1",
    ][..];
    for (name, past, lines, expected) in [
        (
            "a whole day, its ログオフ sent at the next start",
            Past::new(),
            &["17 09:03 on PC-1", "17 18:22 off PC-1 <18 08:40"][..],
            &["17 出勤 09:03 退勤 18:22"][..],
        ),
        (
            "a ログオン that comes too late",
            Past::new(),
            late_logon,
            &["17 出勤 10:05 退勤 18:00 出勤(late-change)"],
        ),
        (
            "the same, the 出勤 sent when the day is settled: too late still",
            Past::with(settled),
            late_logon,
            &["17 出勤 10:05 退勤 18:00 出勤(late-change)"],
        ),
        (
            "the same, the ログオン an hour before the day is settled",
            Past::with(settled),
            &[
                "17 09:00 on PC-1 <18 05:00",
                "17 10:05 on PC-1",
                "17 18:00 off PC-1",
            ],
            &["17 出勤 09:00 退勤 18:00"],
        ),
        (
            "what comes in the closed hours is in time",
            Past::new(),
            in_closed_hours,
            &["17 出勤 08:35 退勤 18:00"],
        ),
        (
            "unless a 出勤 went in them",
            Past::with(|past| past.sends_unread = true),
            in_closed_hours,
            &["17 出勤 09:03 退勤 18:00 出勤(late-change)"],
        ),
        (
            "power loss",
            Past::new(),
            power_loss,
            &["17 出勤 09:00 退勤(no-logoff)"],
        ),
        (
            "power loss, each end sent",
            Past::with(rolling),
            power_loss,
            &["17 出勤 09:00 退勤 12:00"],
        ),
        (
            "the last of several ends",
            Past::with(rolling),
            &[
                "17 09:00 on PC-1",
                "17 12:00 off PC-1",
                "17 13:00 on PC-1",
                "17 18:00 off PC-1",
            ],
            &["17 出勤 09:00 退勤 18:00"],
        ),
        (
            "breaks",
            Past::with(|past| {
                past.policy = Policy::Settled {
                    break_minutes: Some(60),
                }
            }),
            &[
                "17 09:00 on PC-1",
                "17 12:00 off PC-1",
                "17 13:00 on PC-1",
                "17 18:00 off PC-1",
            ],
            &["17 出勤 09:00 休憩開始 12:00 休憩終了 13:00 退勤 18:00"],
        ),
        (
            "a night without night-shift hours",
            Past::new(),
            night,
            &[
                "17 出勤 22:00 退勤(no-logoff)",
                "18 出勤(night-logon) 退勤(night-logon)",
            ],
        ),
        (
            "a night with them",
            Past::with(|past| past.night_shift = 12),
            night,
            &["17 出勤 22:00 退勤 18日06:00"],
        ),
        (
            "work began before the logs know: the 退勤 waits for a 出勤",
            Past::new(),
            &["17 12:00 off PC-1", "17 13:00 on PC-1", "17 18:00 off PC-1"],
            &["17 出勤(no-logon) 退勤(no-logon)"],
        ),
        (
            "all collected weeks later",
            Past::new(),
            &["17 09:00 on PC-1 <31 11:00", "17 18:00 off PC-1 <31 11:00"],
            &["17 出勤 09:00 退勤 18:00"],
        ),
        (
            "a PC without a link code",
            Past::new(),
            &["17 09:00 on !PC-1", "17 18:00 off !PC-1"],
            &["17 出勤(no-link-code) 退勤(no-link-code)"],
        ),
        (
            "a day after the last",
            Past::with(|past| past.resigned = Some(day(16))),
            &["17 09:00 on PC-1", "17 18:00 off PC-1"],
            &["17 出勤(not-employed) 退勤(not-employed)"],
        ),
        (
            "nothing but other operations",
            Past::new(),
            &["17 09:00 ロック PC-1"],
            &["17 出勤(other-operation) 退勤(other-operation)"],
        ),
        (
            "two PCs' own accounts of one name, at a time",
            Past::new(),
            &[
                "17 09:00 on PC-1",
                "17 09:05 on PC-2",
                "17 18:00 off PC-1",
                "17 18:05 off PC-2",
            ],
            &["17 出勤(shared-user-name) 退勤(shared-user-name)"],
        ),
        (
            "a ログオフ that is still waited for",
            Past::with(|past| past.now = "20 12:00"),
            &["17 09:00 on PC-1"],
            &["17 出勤 09:00 退勤(waiting-logoff) …"],
        ),
        (
            "logs that were not read to the day's end",
            Past::with(|past| past.read_until = "17 20:00"),
            &["17 09:00 on PC-1", "17 18:00 off PC-1"],
            &[
                "17 出勤 09:00 退勤(not-read) …",
                "18 出勤(not-read) 退勤(not-read) …",
            ],
        ),
        (
            "a name that another got",
            Past::with(|past| past.links.push(("jiro", day(18)))),
            &[
                "17 09:00 on PC-1",
                "17 18:00 off PC-1",
                "18 08:00 on PC-1",
                "18 19:00 off PC-1",
            ],
            &[
                "jiro 18 出勤 08:00 退勤 19:00",
                "taro 17 出勤 09:00 退勤 18:00",
            ],
        ),
    ] {
        assert_eq!(past.gives(lines), expected, "{name}");
    }
}
