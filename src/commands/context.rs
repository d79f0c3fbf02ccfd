//! What every command has at hand: the clock, the global options, the environment, the output.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::Context as _;

use crate::cli::{Cli, Global};
use crate::clock::{Clock, REHEARSAL_VARIABLE};
use crate::domain::time::Jst;
use crate::locale::{Lang, Text};
use crate::output::{Manner, Output, View};
use crate::settings::{Environment, Key, Settings, is_loopback_url};
use crate::state::State;

use super::{Exit, Failure};

/// What a command needs besides its arguments.
#[derive(Debug)]
pub struct Context {
    /// The time; asked once at the top of a command and passed on as a value.
    pub clock: Clock,
    /// The global options.
    pub global: Global,
    /// The environment when the program started.
    pub environment: Environment,
    /// Where and how to print.
    pub output: Output,
    /// Whether the command was asked to change nothing.
    pub dry_run: bool,
}

impl Context {
    /// Gathers what there is.
    ///
    /// # Errors
    /// A [`Failure`] with exit 2 where `PCPUNCH_NOW` is no time.
    pub fn new(cli: &Cli, environment: Environment) -> Result<Self, Box<(Failure, Output)>> {
        let output = output(&cli.global, &environment);
        let clock = match environment.raw(REHEARSAL_VARIABLE) {
            None => Clock::system(),
            Some(text) => match text.to_str().and_then(Clock::rehearsed) {
                Some(clock) => clock,
                None => return Err(Box::new((bad_clock(&text.to_string_lossy()), output))),
            },
        };
        Ok(Self {
            clock,
            global: cli.global.clone(),
            environment,
            output,
            dry_run: cli.command.is_dry_run(),
        })
    }

    /// Now, in JST.
    pub fn now(&self) -> Jst {
        self.clock.now()
    }

    /// Where the state file is: `--state`, `PCPUNCH_STATE`, systemd's folder, XDG's folder.
    ///
    /// # Errors
    /// A [`Failure`] with exit 2 where nothing says where home is.
    pub fn state_path(&self) -> anyhow::Result<PathBuf> {
        state_path(&self.global, &self.environment).ok_or_else(|| {
            Failure::new(Exit::Usage, "state.nowhere", Text::new("state-nowhere"))
                .remedy(Text::new("state-nowhere-remedy"))
                .into()
        })
    }

    /// Opens the state file, making it where it is not there, and from then on speaks the language that its
    /// settings ask for.
    ///
    /// # Errors
    /// What [`State::open`] refuses.
    pub fn open_state(&mut self) -> anyhow::Result<State> {
        let state = State::open(&self.state_path()?)?;
        let stored = state.stored_setting(Key::DisplayLanguage.name())?;
        let of_environment = self.environment.text(&Key::DisplayLanguage.variable());
        let setting = of_environment.or(stored.as_deref());
        let lang = lang(&self.global, &self.environment, setting);
        self.output.speak(lang);
        Ok(state)
    }

    /// The settings that hold for this command, every value checked.
    ///
    /// # Errors
    /// Exit 2 for a value that is not allowed, and for a clock set by hand whose punches could reach the real
    /// KING OF TIME.
    pub fn settings(&self, state: &State) -> anyhow::Result<Settings> {
        let settings = Settings::resolve(&self.environment, &state.stored_settings()?)?;
        let real = !is_loopback_url(&settings.kot_base_url());
        if self.clock.is_rehearsal() && real && !self.dry_run {
            let failure = Failure::new(
                Exit::Usage,
                "clock.rehearsal",
                Text::new("clock-rehearsal").with("url", settings.kot_base_url()),
            );
            return Err(failure.remedy(Text::new("clock-rehearsal-remedy")).into());
        }
        Ok(settings)
    }

    /// Goes on only after a yes: `--yes`, or an answer at the keyboard.
    ///
    /// # Errors
    /// Exit 2 where nobody can be asked, exit 1 where the answer is no.
    pub fn confirm(&self, question: &Text) -> anyhow::Result<()> {
        if self.global.yes {
            return Ok(());
        }
        if !self.is_interactive() {
            let failure = Failure::new(
                Exit::Usage,
                "usage.needs_yes",
                Text::new("needs-yes").with("question", question.clone()),
            );
            return Err(failure.remedy(Text::new("needs-yes-remedy")).into());
        }
        if self.output.confirm(question).context("the terminal")? {
            Ok(())
        } else {
            Err(Failure::new(Exit::Failed, "declined", Text::new("declined")).into())
        }
    }

    /// Prints a result on stdout.
    ///
    /// # Errors
    /// Where stdout cannot be written.
    pub fn print<V: View>(&self, view: &V) -> anyhow::Result<()> {
        self.output.print(self.now(), view).context("stdout")
    }

    /// Whether somebody sits at the keyboard.
    pub fn is_interactive(&self) -> bool {
        std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }
}

/// Where the state file is, without a [`Context`].
pub(super) fn state_path(global: &Global, environment: &Environment) -> Option<PathBuf> {
    let within = |folder: PathBuf| folder.join("state.db");
    global
        .state
        .first()
        .cloned()
        .or_else(|| environment.path("PCPUNCH_STATE"))
        .or_else(|| environment.path("STATE_DIRECTORY").map(within))
        .or_else(|| {
            let state_home = environment
                .path("XDG_STATE_HOME")
                .filter(|path| path.is_absolute());
            let home = || Some(environment.path("HOME")?.join(".local/state"));
            Some(within(state_home.or_else(home)?.join("pcpunch")))
        })
}

/// The output that the options and the environment ask for.
pub(super) fn output(global: &Global, environment: &Environment) -> Output {
    let manner = Manner {
        format: global.format,
        colour: global.color,
        no_color: environment.text("NO_COLOR"),
        term: environment.text("TERM"),
        quiet: global.quiet,
        verbose: global.verbose,
    };
    Output::new(manner, lang(global, environment, None))
}

/// The language: `--lang`, else the setting, else the locale.
pub(super) fn lang(global: &Global, environment: &Environment, setting: Option<&str>) -> Lang {
    let locales = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| environment.text(name));
    Lang::choose(global.lang, setting, locales.into_iter().flatten())
}

fn bad_clock(value: &str) -> Failure {
    Failure::new(
        Exit::Usage,
        "clock.no_time",
        Text::new("clock-no-time").with("value", value),
    )
    .remedy(Text::new("clock-no-time-remedy"))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Global, state_path};
    use crate::settings::Environment;

    #[test]
    fn the_state_file_is_where_the_first_of_the_rules_says() {
        let all = [
            ("PCPUNCH_STATE", "/env.db"),
            ("STATE_DIRECTORY", "/var/lib/pcpunch"),
            ("XDG_STATE_HOME", "/xdg"),
            ("HOME", "/home/me"),
        ];
        for (option, skipped, path) in [
            (Some("/option.db"), 0, Some("/option.db")),
            (None, 0, Some("/env.db")),
            (None, 1, Some("/var/lib/pcpunch/state.db")),
            (None, 2, Some("/xdg/pcpunch/state.db")),
            (None, 3, Some("/home/me/.local/state/pcpunch/state.db")),
            (None, 4, None),
        ] {
            let global = Global {
                state: option.map(PathBuf::from).into_iter().collect(),
                ..Global::default()
            };
            let environment = Environment::of(all.into_iter().skip(skipped));
            let found = state_path(&global, &environment);
            assert_eq!(found, path.map(PathBuf::from), "{skipped}");
        }
    }
}
