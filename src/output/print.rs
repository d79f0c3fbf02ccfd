//! Writing: stdout carries the answer, stderr everything else.

use std::fmt;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::{Arc, MutexGuard};

use serde::Serialize;

use super::help::help;
use super::progress::{Line, Showing};
use super::sentence::sentence;
use super::table::{self, Style};
use super::{Colour, Format, Tone, View, document, timeline};
use crate::domain::headway::{Headway, Step};
use crate::domain::time::Jst;
use crate::locale::{Lang, Locale, Text};

/// How and in which language this command prints.
pub struct Output {
    format: Format,
    locale: Locale,
    stdout: Style,
    stderr: Style,
    quiet: bool,
    verbose: bool,
    shows_progress: bool,
    line: Arc<Line>,
}

/// How talkative a command is and how it colours.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner<'a> {
    /// The shape of stdout.
    pub format: Format,
    /// `--color`.
    pub colour: Colour,
    /// `NO_COLOR`.
    pub no_color: Option<&'a str>,
    /// `TERM`.
    pub term: Option<&'a str>,
    /// Less on stderr.
    pub quiet: bool,
    /// More on stderr.
    pub verbose: bool,
}

impl Manner<'_> {
    /// Whether progress is shown on a stderr that is a terminal, or is none. Only a terminal that can take a line away
    /// is one for it.
    fn shows_progress(&self, terminal: bool) -> bool {
        terminal && !self.quiet && self.term.is_some_and(|term| term != "dumb")
    }
}

impl fmt::Debug for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Output({}, {:?})", self.format.name(), self.locale)
    }
}

impl Output {
    /// An output to this process's stdout and stderr.
    pub fn new(manner: Manner<'_>, lang: Lang) -> Self {
        let style = |terminal: bool| Style {
            width: terminal.then(terminal_width),
            coloured: manner.colour.decide(terminal, manner.no_color, manner.term),
        };
        Self {
            format: manner.format,
            locale: Locale::new(lang),
            stdout: style(io::stdout().is_terminal()),
            stderr: style(io::stderr().is_terminal()),
            quiet: manner.quiet,
            verbose: manner.verbose,
            shows_progress: manner.shows_progress(io::stderr().is_terminal()),
            line: Arc::default(),
        }
    }

    /// Shows how far that work has come, where somebody looks on and it takes longer than a second, until what is
    /// given is dropped. What is printed meanwhile stands above it.
    pub fn show(&self, headway: &Arc<Headway>) -> Showing {
        if self.shows_progress {
            Showing::begin(
                Arc::clone(headway),
                Arc::clone(&self.line),
                self.locale.lang(),
            )
        } else {
            Showing::nothing()
        }
    }

    /// The same of work of which nothing is known but what it is.
    pub fn show_step(&self, step: Step) -> Showing {
        let headway = Headway::default();
        headway.begin(step, 0);
        self.show(&Arc::new(headway))
    }

    /// Takes away what shows how far work has come, until the value that is given is dropped.
    pub(super) fn progress_away(&self) -> MutexGuard<'_, String> {
        self.line.away()
    }

    /// Speaks this language from now on.
    pub fn speak(&mut self, lang: Lang) {
        if self.locale.lang() != lang {
            self.locale = Locale::new(lang);
        }
    }

    /// The language and its catalogue.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The shape of stdout.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Whether somebody looks at stdout on a terminal.
    pub fn is_watched(&self) -> bool {
        self.stdout.width.is_some()
    }

    /// Prints a result on stdout, in the chosen shape.
    ///
    /// # Errors
    /// Where stdout cannot be written. A reader that went away is no error.
    pub fn print<V: View>(&self, now: Jst, view: &V) -> io::Result<()> {
        let _away = self.progress_away();
        let mut stdout = BufWriter::new(io::stdout().lock());
        let written = match self.format {
            Format::Json => document::write(&mut stdout, V::SCHEMA, now, view)
                .and_then(|()| stdout.write_all(b"\n")),
            Format::Csv => table::csv(&view.csv(&self.locale), &mut stdout),
            Format::Table => self.tables(view, &mut stdout),
        };
        forgive_a_closed_pipe(written.and_then(|()| stdout.flush()))
    }

    fn tables<V: View>(&self, view: &V, out: &mut impl Write) -> io::Result<()> {
        let (locale, style) = (&self.locale, self.stdout);
        let has_rows = match view.timeline() {
            Some(bars) => {
                let drawn = timeline::draw(bars, locale, style);
                out.write_all(drawn.as_bytes())?;
                !drawn.is_empty()
            }
            None => table::for_people(&view.table(locale), locale, style, out)?,
        };
        if let Some(sums) = view.sums(locale) {
            if has_rows {
                writeln!(out)?;
            }
            table::for_people(&sums, locale, style, out)?;
        }
        for line in view.after() {
            writeln!(out, "{}", sentence(&locale.say(&line), style.width))?;
        }
        Ok(())
    }

    /// One sentence on stdout, for an answer that is one; nothing in JSON and CSV, where it would be foreign.
    ///
    /// # Errors
    /// Where stdout cannot be written.
    pub fn line(&self, text: &Text) -> io::Result<()> {
        if self.format != Format::Table {
            return Ok(());
        }
        self.raw(format!("{}\n", self.locale.say(text)).as_bytes())
    }

    /// Bytes on stdout as they are: an exported file, a generated page.
    ///
    /// # Errors
    /// Where stdout cannot be written. A reader that went away is no error.
    pub fn raw(&self, bytes: &[u8]) -> io::Result<()> {
        let _away = self.progress_away();
        let mut stdout = io::stdout().lock();
        forgive_a_closed_pipe(stdout.write_all(bytes).and_then(|()| stdout.flush()))
    }

    /// Something to know, on stderr, unless `--quiet`.
    pub fn say(&self, text: &Text) {
        if !self.quiet {
            self.sentence(Tone::Plain, text);
        }
    }

    /// Something that only `--verbose` wants to know.
    pub fn detail(&self, text: &Text) {
        if self.verbose {
            self.sentence(Tone::Faint, text);
        }
    }

    /// Something to look at, on stderr, whatever the options say.
    pub fn warn(&self, text: &Text) {
        let warning = Text::new("word-warning").with("text", text.clone());
        self.sentence(Tone::Note, &warning);
    }

    /// What went wrong, on stderr, whatever the options say.
    pub fn fail(&self, text: &Text) {
        self.sentence(Tone::Bad, text);
    }

    /// Lines below what went wrong: its remedy, its single errors.
    pub fn advise(&self, text: &Text) {
        self.sentence(Tone::Plain, text);
    }

    /// One JSON object as a line of stderr.
    pub fn object<T: Serialize>(&self, value: &T) {
        if let Ok(line) = document::line(value) {
            self.speech(Tone::Plain, &line);
        }
    }

    /// Help that was asked for, on stdout.
    ///
    /// # Errors
    /// Where stdout cannot be written. A reader that went away is no error.
    pub fn help(&self, text: &str) -> io::Result<()> {
        self.raw(help(text, self.stdout.width).as_bytes())
    }

    /// Help in place of what cannot be done, on stderr.
    pub fn help_instead(&self, text: &str) {
        self.speech(Tone::Plain, help(text, self.stderr.width).trim_end());
    }

    fn sentence(&self, tone: Tone, text: &Text) {
        let said = sentence(&self.locale.say(text), self.stderr.width);
        self.speech(tone, &said);
    }

    fn speech(&self, tone: Tone, text: &str) {
        let _away = self.progress_away();
        let mut stderr = io::stderr().lock();
        // Where stderr is closed there is nobody to tell.
        let _ = writeln!(stderr, "{}", tone.paint(text, self.stderr.coloured));
    }
}

fn forgive_a_closed_pipe(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// The terminal's width, or 80 where it does not say one: a serial line, a container's, a recorder's says 0.
pub(super) fn terminal_width() -> u16 {
    let width = comfy_table::Table::new().width();
    width.filter(|width| *width > 0).unwrap_or(80)
}

#[cfg(test)]
mod tests {
    use super::Manner;

    #[test]
    fn progress_is_shown_to_somebody_who_looks_on_at_a_terminal_that_can_take_it_away() {
        for (terminal, quiet, term, shown) in [
            (true, false, Some("xterm"), true),
            (false, false, Some("xterm"), false),
            (true, true, Some("xterm"), false),
            (true, false, Some("dumb"), false),
            (true, false, None, false),
        ] {
            let manner = Manner {
                quiet,
                term,
                ..Manner::default()
            };
            assert_eq!(manner.shows_progress(terminal), shown, "{term:?}");
        }
    }
}
