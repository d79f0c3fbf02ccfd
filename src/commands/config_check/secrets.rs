//! Secrets that commands print: that they come.

use crate::locale::Text;
use crate::settings::{Key, Origin, Settings};

use super::line::Line;

/// A line for each of these secrets that its command gave. One that it did not give is told where it is needed.
pub(super) fn by_command(settings: &Settings, secrets: &[Key]) -> Vec<Line> {
    let comes = |key: &&Key| {
        let by_command = settings
            .get(**key)
            .is_some_and(|resolved| resolved.origin == Origin::Command);
        by_command && settings.secret(**key).is_ok()
    };
    let commands = secrets.iter().filter(comes).filter_map(|key| key.command());
    commands
        .map(|command| {
            let message = Text::new("check-secret-command").with("command", command.name());
            Line::said("secret-command", message)
        })
        .collect()
}
