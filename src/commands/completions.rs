//! `pcpunch completions`: what a shell needs to complete the command line.

use clap_complete::{Shell, generate};

use crate::cli::{self, CompletionsArgs};
use crate::locale::Locale;

use super::{Context, Exit};

/// Prints the completions of a shell.
///
/// # Errors
/// Where stdout cannot be written.
pub(super) fn run(args: &CompletionsArgs, context: &mut Context) -> anyhow::Result<Exit> {
    context
        .output
        .raw(&script(&args.shell, context.output.locale()))?;
    Ok(Exit::Done)
}

/// The completions of that shell, with the help texts of a language.
pub(super) fn script(shell: &str, locale: &Locale) -> Vec<u8> {
    let shell: Shell = shell.parse().unwrap_or(Shell::Bash);
    let mut script = Vec::new();
    generate(shell, &mut cli::localised(locale), "pcpunch", &mut script);
    script
}

/// The name under which a shell looks for its completions.
pub(super) fn file_name(shell: &str) -> &'static str {
    match shell {
        "zsh" => "_pcpunch",
        "fish" => "pcpunch.fish",
        "powershell" => "pcpunch.ps1",
        _ => "pcpunch.bash",
    }
}
