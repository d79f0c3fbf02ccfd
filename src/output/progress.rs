//! What takes long is shown while it lasts, in one line of stderr that is always taken away before anything else is
//! written.

mod line;

use std::io::{self, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::domain::headway::{Headway, Seen};
use crate::locale::{Lang, Locale};

use super::print::terminal_width;

/// Work that is done by then is not shown at all.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is drawn anew.
const BEAT: Duration = Duration::from_millis(100);
/// Back to the beginning of the line, and all of it away.
const AWAY: &str = "\r\u{1b}[2K";

/// What stands on the terminal; nothing where it is empty. Whoever writes holds it meanwhile.
#[derive(Debug, Default)]
pub(super) struct Line(Mutex<String>);

impl Line {
    /// Takes the line away, and keeps it away until the value that is given is dropped.
    pub(super) fn away(&self) -> MutexGuard<'_, String> {
        let mut stands = self.stands();
        if !stands.is_empty() {
            put(AWAY);
            stands.clear();
        }
        stands
    }

    fn draw(&self, text: &str) {
        let mut stands = self.stands();
        if *stands != text {
            put(&format!("{AWAY}{text}"));
            text.clone_into(&mut stands);
        }
    }

    fn stands(&self) -> MutexGuard<'_, String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where stderr is closed there is nobody to show anything.
fn put(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes());
    let _ = stderr.flush();
}

/// Shows some work until it is dropped.
#[derive(Debug)]
pub struct Showing(Option<(Sender<()>, JoinHandle<()>)>);

impl Showing {
    /// Nothing is shown.
    pub(super) fn nothing() -> Self {
        Self(None)
    }

    /// Shows it from when it has taken longer than anybody waits without asking.
    pub(super) fn begin(headway: Arc<Headway>, line: Arc<Line>, lang: Lang) -> Self {
        let (ends, ended) = mpsc::channel();
        let shown = thread::Builder::new().spawn(move || {
            let locale = Locale::new(lang);
            let mut since = Since::default();
            let began = Instant::now();
            while ended.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                let Some(seen) = headway.seen() else { continue };
                let elapsed = since.elapsed(seen);
                if began.elapsed() >= PATIENCE {
                    line.draw(&line::line(seen, elapsed, &locale, terminal_width()));
                }
            }
            drop(line.away());
        });
        Self(shown.ok().map(|thread| (ends, thread)))
    }
}

impl Drop for Showing {
    fn drop(&mut self) {
        if let Some((ends, thread)) = self.0.take() {
            drop(ends);
            let _ = thread.join();
        }
    }
}

/// When the step that is seen began.
#[derive(Debug, Default)]
struct Since(Option<(Seen, Instant)>);

impl Since {
    /// How long the step has lasted. A step of other size, or one that has less done than before, is another.
    fn elapsed(&mut self, seen: Seen) -> Duration {
        let began = match self.0 {
            Some((last, began))
                if (last.step, last.of) == (seen.step, seen.of) && last.done <= seen.done =>
            {
                began
            }
            _ => Instant::now(),
        };
        self.0 = Some((seen, began));
        began.elapsed()
    }
}
