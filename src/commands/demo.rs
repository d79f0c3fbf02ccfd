//! `pcpunch demo`: the whole job against the sandbox, command by command as a person would type it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::domain::time::Jst;
use crate::locale::Text;
use crate::sandbox::Sandbox;

use super::demo_office::{self, DAY, EVENING, MORNING, NEXT_MORNING};
use super::{Context, Exit};

/// Runs every step in a folder that is gone afterwards. Nobody is asked anything.
///
/// # Errors
/// Where a step does not end as it should.
pub(super) fn run(context: &mut Context) -> anyhow::Result<Exit> {
    let folder = tempfile::tempdir().context("a folder for the demo")?;
    let sandbox = demo_office::open().context("the sandbox")?;
    let demo = Demo {
        context,
        sandbox: &sandbox,
        folder: folder.path(),
    };
    demo.say("demo-welcome")?;
    demo.set_up()?;
    demo.link_accounts()?;
    demo.relay_a_day()?;
    demo.say("demo-end")?;
    Ok(Exit::Done)
}

struct Demo<'a> {
    context: &'a Context,
    sandbox: &'a Sandbox,
    folder: &'a Path,
}

/// One command: its words, what it reads on standard input, and how it ends.
struct Step<'a> {
    words: &'a [&'a str],
    input: Option<(&'a str, &'a str)>,
    exit: Exit,
}

impl Demo<'_> {
    fn set_up(&self) -> anyhow::Result<()> {
        self.at(MORNING, "demo-settings")?;
        let (kot, malion) = (self.sandbox.kot.base_url(), self.sandbox.malion.base_url());
        let token = self.sandbox.kot.token();
        let (admin_code, secret_code) = self.sandbox.malion.codes();
        self.type_in(&["config", "set", "kot.base_url", &kot])?;
        self.type_secret("kot.token", "token.txt", &token)?;
        self.type_in(&["config", "set", "malion.base_url", &malion])?;
        self.type_secret("malion.admin_code", "admin_code.txt", &admin_code)?;
        self.type_secret("malion.secret_code", "secret_code.txt", &secret_code)?;
        self.type_in(&["config", "set", "punch.since", DAY])?;
        self.at(MORNING, "demo-check-settings")?;
        self.type_in(&["config", "check"])
    }

    fn link_accounts(&self) -> anyhow::Result<()> {
        self.at(MORNING, "demo-employees")?;
        self.type_in(&["employees", "sync"])?;
        self.say("demo-accounts")?;
        self.type_in(&["accounts", "export", "accounts.csv"])?;
        let file = self.folder.join("accounts.csv");
        let exported = fs::read_to_string(&file).context("accounts.csv")?;
        let edited = demo_office::edited(&exported);
        fs::write(&file, &edited).context("accounts.csv")?;
        self.say("demo-edited")?;
        self.show(edited.trim_start_matches('\u{feff}').as_bytes())?;
        self.type_in(&["accounts", "import", "accounts.csv"])
    }

    fn relay_a_day(&self) -> anyhow::Result<()> {
        self.at(EVENING, "demo-evening")?;
        self.type_in(&["relay", "run", "--once"])?;
        self.at(NEXT_MORNING, "demo-next-morning")?;
        self.type_in(&["relay", "run", "--once"])?;
        self.say("demo-check")?;
        let words = ["logs", "check", "--date", DAY];
        self.step(&Step {
            words: &words,
            input: None,
            exit: Exit::Findings,
        })
    }

    /// Tells the time of the story and what comes next.
    fn at(&self, time: &str, key: &'static str) -> anyhow::Result<()> {
        let time = demo_office::moment(time)?;
        self.sandbox.set_now(time);
        let shown = time.format("%Y-%m-%d %H:%M").to_string();
        let what = Text::new(key);
        self.show(b"\n")?;
        let line = Text::new("demo-at").with("time", shown).with("what", what);
        Ok(self.context.output.line(&line)?)
    }

    fn say(&self, key: &'static str) -> anyhow::Result<()> {
        self.show(b"\n")?;
        Ok(self
            .context
            .output
            .line(&Text::new("demo-title").with("what", Text::new(key)))?)
    }

    fn type_in(&self, words: &[&str]) -> anyhow::Result<()> {
        self.step(&Step {
            words,
            input: None,
            exit: Exit::Done,
        })
    }

    fn type_secret(&self, key: &str, file: &str, secret: &str) -> anyhow::Result<()> {
        let words = ["config", "set", key, "--stdin"];
        self.step(&Step {
            words: &words,
            input: Some((file, secret)),
            exit: Exit::Done,
        })
    }

    /// Shows a command as it would be typed, runs it in a closed environment, and shows what it answers.
    fn step(&self, step: &Step<'_>) -> anyhow::Result<()> {
        let from = step
            .input
            .map(|(file, _)| format!(" < {file}"))
            .unwrap_or_default();
        self.show(format!("$ pcpunch {}{from}\n", step.words.join(" ")).as_bytes())?;
        let now: Jst = self.sandbox.now();
        let mut child = Command::new(std::env::current_exe().context("the program's own file")?)
            .args(step.words)
            .env_clear()
            .env("PCPUNCH_STATE", self.folder.join("state.db"))
            .env("PCPUNCH_NOW", now.to_rfc3339())
            .env(
                "PCPUNCH_DISPLAY_LANGUAGE",
                self.context.output.locale().lang().name(),
            )
            .current_dir(self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .context("a step of the demo")?;
        if let (Some(mut stdin), Some((_, secret))) = (child.stdin.take(), step.input) {
            stdin
                .write_all(secret.as_bytes())
                .context("standard input of a step")?;
        }
        let answer = child.wait_with_output().context("a step of the demo")?;
        self.show(&answer.stdout)?;
        self.show(&answer.stderr)?;
        if answer.status.code() != Some(i32::from(step.exit.code())) {
            bail!(
                "`pcpunch {}` ended with {}",
                step.words.join(" "),
                answer.status
            );
        }
        Ok(())
    }

    fn show(&self, bytes: &[u8]) -> anyhow::Result<()> {
        Ok(self.context.output.raw(bytes)?)
    }
}
