//! `pcpunch completions`: what a shell needs to complete the command line. `clap_complete` writes it for commands
//! and options; a function of ours, asked first, knows settings, their values and the names of pages and files.
//! All of it is plain text: nothing runs the program while somebody types.

use std::collections::BTreeSet;

use clap::Command;
use clap_complete::{Shell, generate};

use crate::cli::{self, CompletionsArgs};
use crate::locale::Locale;

use super::{Context, Exit};

mod places;

use places::{Place, places};

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
    let generator: Shell = shell.parse().unwrap_or(Shell::Bash);
    let mut script = Vec::new();
    let mut command = cli::localised(locale);
    generate(generator, &mut command, "pcpunch", &mut script);
    let script = String::from_utf8_lossy(&script);
    asking_first(shell, &script, &known(shell, &command)).into_bytes()
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

/// A script with our own function, which is asked before all else.
fn asking_first(shell: &str, script: &str, known: &str) -> String {
    match shell {
        "fish" => format!("{script}{known}"),
        "powershell" => {
            let begin = "param($wordToComplete, $commandAst, $cursorPosition)\n";
            script.replacen(begin, &format!("{begin}{known}"), 1)
        }
        _ => {
            let begin = "_pcpunch() {\n";
            let asking = format!("{known}{begin}    _pcpunch_known \"$@\" && return 0\n");
            script.replacen(begin, &asking, 1)
        }
    }
}

/// Our own function in the language of a shell.
fn known(shell: &str, command: &Command) -> String {
    let (text, between) = match shell {
        "zsh" => (include_str!("completions/known.zsh"), "|"),
        "fish" => (include_str!("completions/known.fish"), " "),
        "powershell" => (include_str!("completions/known.ps1"), ", "),
        _ => (include_str!("completions/known.bash"), "|"),
    };
    let mut options = BTreeSet::new();
    options_with_value(command, &mut options);
    let quoted: Vec<String> = options.iter().map(|name| format!("'--{name}'")).collect();
    let places = places();
    let cases: String = places.iter().map(|place| case(shell, place)).collect();
    let text = text
        .replace("{options}", &quoted.join(between))
        .replace("{places}", &cases);
    match shell {
        "fish" => places
            .iter()
            .filter_map(value_in_fish)
            .fold(text, |text, line| text + &line),
        _ => text,
    }
}

/// One place in the language of a shell.
fn case(shell: &str, Place { behind, words }: &Place) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    match shell {
        "fish" => format!(
            "        case '{behind}'\n            printf '%s\\n' {}\n",
            quoted.join(" ")
        ),
        "powershell" => format!("        '{behind}' {{ {} }}\n", quoted.join(", ")),
        _ => format!("        ' {behind}') known=({}) ;;\n", quoted.join(" ")),
    }
}

/// fish asks for the value of an option by the option's name alone.
fn value_in_fish(Place { behind, .. }: &Place) -> Option<String> {
    let (_, option) = behind.split_once(" --")?;
    Some(format!(
        "complete -c pcpunch -n '__fish_pcpunch_known >/dev/null' -l {option} -x -a '(__fish_pcpunch_known)'\n"
    ))
}

/// The options behind which a value stands, of a command and all below it.
fn options_with_value(command: &Command, found: &mut BTreeSet<String>) {
    let options = command.get_arguments();
    let with_value = options.filter(|arg| arg.get_action().takes_values());
    found.extend(with_value.filter_map(|arg| arg.get_long().map(str::to_owned)));
    for sub in command.get_subcommands() {
        options_with_value(sub, found);
    }
}
