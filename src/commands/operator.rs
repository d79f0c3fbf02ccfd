//! Who runs a command, for histories.

use super::Context;

/// The variables that name the person, who may have become root.
const NAMES: [&str; 3] = ["SUDO_USER", "LOGNAME", "USER"];

/// The name of the operating system's user as the environment says it, else the number, as `uid 1000`.
pub(super) fn name(context: &Context) -> String {
    let named = NAMES
        .into_iter()
        .filter_map(|name| context.environment.text(name))
        .find(|name| !name.is_empty());
    named.map_or_else(
        || format!("uid {}", rustix::process::getuid().as_raw()),
        str::to_owned,
    )
}
