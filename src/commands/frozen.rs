//! What a frozen file means for whoever wants to send something.

use crate::domain::freeze::FrozenFile;
use crate::locale::Text;

use super::view::finding::to_the_minute;
use super::{Exit, Failure};

/// The name of the failure, by which the loop knows that no further round can mend it.
pub(super) const FROZEN: &str = "state.frozen";

/// Nothing is sent until a person says so.
pub(super) fn failure(frozen: &FrozenFile) -> Failure {
    let message = Text::new("frozen")
        .with("since", to_the_minute(frozen.since))
        .with("cause", cause(frozen));
    Failure::new(Exit::Limit, FROZEN, message).remedy(Text::new("frozen-remedy"))
}

/// Why, in words.
pub(super) fn cause(frozen: &FrozenFile) -> Text {
    Text::family("freeze-cause", frozen.cause.name()).with("detail", frozen.detail.as_str())
}
