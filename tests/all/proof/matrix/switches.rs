//! What nobody outside KING OF TIME knows of it (`kot-webapi.md` section 11), a way to be each.

use chrono::TimeDelta;
use pcpunch::sandbox::{IdenticalPunch, Seconds, Switches};

/// One way for KING OF TIME to be.
pub(super) struct Switch {
    pub(super) name: &'static str,
    pub(super) turn: fn(&mut Switches),
}

pub(super) const SWITCHES: [Switch; 8] = [
    Switch {
        name: "as assumed",
        turn: |_| (),
    },
    Switch {
        name: "an identical punch is one",
        turn: |kot| kot.identical_punch = IdenticalPunch::Collapsed,
    },
    Switch {
        name: "an identical punch is refused",
        turn: |kot| kot.identical_punch = IdenticalPunch::Refused,
    },
    Switch {
        name: "seconds are cut",
        turn: |kot| kot.seconds = Seconds::Cut,
    },
    Switch {
        name: "seconds are rounded",
        turn: |kot| kot.seconds = Seconds::Rounded,
    },
    Switch {
        name: "a 退勤 overwrites",
        turn: |kot| kot.overwrite_out = true,
    },
    Switch {
        name: "people without punches are not listed",
        turn: |kot| kot.list_people_without_punches = false,
    },
    Switch {
        name: "what was given up is applied 29 minutes later",
        turn: |kot| kot.done_late = Some(TimeDelta::minutes(29)),
    },
];
