//! What goes wrong, as the sandbox plays it.

use chrono::TimeDelta;
use pcpunch::sandbox::{Boundary, Canned, Fault, Hold, On, Reshape};

use super::script::{Fate, Request, What};
use crate::harness::Office;

/// Arms one fault.
pub(super) fn arm(office: &Office, fault: Fault, on: Request) {
    let (kot, malion) = (&office.sandbox.kot, &office.sandbox.malion);
    match on {
        Request::Logs => malion.fault(fault, On::logs()),
        Request::Reading => kot.fault(fault, On::reading()),
        Request::Punch(skip) => kot.fault(fault, On::punch().skip(skip)),
    }
}

/// Parks the request of a round that will be killed.
pub(super) fn park(office: &Office, on: Request, fate: Fate) -> Hold {
    let hold = Hold::at(match fate {
        Fate::DoneBefore => Boundary::BeforeAnswering,
        Fate::DoneAfter | Fate::Never => Boundary::BeforeApplying,
    });
    arm(office, Fault::Hold(hold.clone()), on);
    hold
}

pub(super) fn fault(what: What) -> Fault {
    match what {
        What::DroppedBefore => Fault::DropBefore,
        What::DroppedAfter => Fault::DropAfter,
        What::DoneLater(minutes) => Fault::ApplyLater(TimeDelta::minutes(minutes)),
        What::Reset => Fault::ResetInAnswer,
        What::KeptClosed => Fault::CloseKept,
        What::Truncated => Fault::Truncate,
        What::Html => Fault::Answer(Canned::html_page()),
        What::ForeignJson => Fault::Answer(Canned::foreign_json()),
        What::Broken(status, false) => Fault::Answer(Canned::errors(status, 300, "Server Error")),
        What::Broken(status, true) => {
            Fault::Answer(Canned::errors(status, 300, "Server Error").after_applying())
        }
        What::Refused => Fault::Answer(Canned::errors(400, 300, "Invalid")),
        What::TooMany => Fault::Answer(Canned::flat(429, "303", "Too Many Requests")),
        What::Closed => Fault::Answer(Canned::errors(403, 104, "closed")),
        What::Access => Fault::Answer(Canned::errors(403, 100, "access")),
        What::Unauthorized => Fault::Answer(Canned::errors(401, 1, "token")),
        What::Redirected => Fault::Answer(Canned::redirect("https://elsewhere.example/")),
        What::Empty => Fault::Reshape(Reshape::EmptyList),
        What::Hidden => Fault::Reshape(Reshape::PunchesHidden),
        What::Doubled => Fault::Reshape(Reshape::DoubledRows),
        What::FieldMissing => Fault::Reshape(Reshape::MissingField("occurred_at")),
    }
}
