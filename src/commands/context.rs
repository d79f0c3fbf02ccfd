//! What every command has at hand: the clock, the global options, the environment, the output.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::Context as _;

use crate::cli::Global;
use crate::clock::{Clock, REHEARSAL_VARIABLE};
use crate::domain::time::Jst;
use crate::locale::{Lang, Text};
use crate::output::{Manner, Output, View};
use crate::settings::Environment;
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
}

impl Context {
    /// Gathers what there is.
    ///
    /// # Errors
    /// A [`Failure`] with exit 2 where `PCPUNCH_NOW` is no time.
    pub fn new(global: Global, environment: Environment) -> Result<Self, Box<(Failure, Output)>> {
        let output = output(&global, &environment);
        let clock = match environment.raw(REHEARSAL_VARIABLE) {
            None => Clock::system(),
            Some(text) => match text.to_str().and_then(Clock::rehearsed) {
                Some(clock) => clock,
                None => return Err(Box::new((bad_clock(&text.to_string_lossy()), output))),
            },
        };
        Ok(Self {
            clock,
            global,
            environment,
            output,
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
    pub fn state_path(&self) -> Result<PathBuf, Failure> {
        state_path(&self.global, &self.environment).ok_or_else(|| {
            Failure::new(Exit::Usage, "state.nowhere", Text::new("state-nowhere"))
                .remedy(Text::new("state-nowhere-remedy"))
        })
    }

    /// Opens the state file, making it where it is not there, and from then on speaks the language that its
    /// settings ask for.
    ///
    /// # Errors
    /// What [`State::open`] refuses.
    pub fn open_state(&mut self) -> anyhow::Result<State> {
        let path = self.state_path()?;
        State::open(&path).context("opening the state file")
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
