//! Where requests arrive: each is recorded, meets its fault, and reaches the service now, later or never.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::TimeDelta;

use super::answer::Answer;
use super::asked::Asked;
use super::clock::{ServerClock, later};
use super::door::Line;
use super::fault::{Fault, Faults};
use super::hold::{Boundary, Hold, Verdict};
use super::record::{Record, RequestId};
use crate::domain::time::Jst;

/// One of the two services behind a server.
pub(super) trait Service: Send + Sync + 'static {
    /// Does what is asked, at that moment of the server's clock, and answers.
    fn answer(&self, asked: &Asked, now: Jst) -> Answer;

    /// How much later it does what it had read and whose client is gone; `None`: never.
    fn does_late(&self) -> Option<TimeDelta> {
        None
    }
}

/// A service with its clock, its record and its faults.
pub(super) struct Desk<S> {
    pub(super) clock: ServerClock,
    pub(super) faults: Faults,
    pub(super) record: Record,
    pub(super) down: AtomicBool,
    service: S,
    put_off: Mutex<Vec<PutOff>>,
}

/// A request whose client has given up and which is done later all the same.
struct PutOff {
    due: Jst,
    id: RequestId,
    asked: Asked,
}

impl<S: Service> Desk<S> {
    pub(super) fn new(clock: ServerClock, service: S) -> Arc<Self> {
        Arc::new(Self {
            clock,
            faults: Faults::default(),
            record: Record::default(),
            down: AtomicBool::new(false),
            service,
            put_off: Mutex::new(Vec::new()),
        })
    }

    /// The service, after everything that was due has been done.
    pub(super) fn service(&self) -> &S {
        self.catch_up();
        &self.service
    }

    /// Does what was put off until now or earlier, in order of its time.
    pub(super) fn catch_up(&self) {
        let now = self.clock.now();
        let mut put_off = self.put_off.lock().unwrap_or_else(PoisonError::into_inner);
        let mut due: Vec<PutOff> = put_off.extract_if(.., |late| late.due <= now).collect();
        due.sort_by_key(|late| late.due);
        for late in due {
            self.apply(late.id, &late.asked, late.due);
        }
    }

    /// The answer to one request, or `None` where its connection is to be closed without one.
    pub(super) async fn handle(&self, asked: Asked, line: &Line) -> Option<Answer> {
        let kept = line.begins_request();
        if self.down.load(Ordering::SeqCst) {
            return None;
        }
        self.catch_up();
        let now = self.clock.now();
        let fault = self.faults.take(&asked, kept);
        let id = self
            .record
            .begin(&asked, fault.is_some(), line.number(), now);
        let answer = match fault {
            None => Some(self.apply(id, &asked, now)),
            Some(fault) => self.misbehave(fault, id, asked, line).await,
        };
        if let Some(answer) = &answer {
            self.record.answered(id, answer.status);
        }
        answer
    }

    async fn misbehave(
        &self,
        fault: Fault,
        id: RequestId,
        mut asked: Asked,
        line: &Line,
    ) -> Option<Answer> {
        let now = self.clock.now();
        match fault {
            Fault::DropBefore | Fault::CloseKept => {
                self.give_up(id, asked, now);
                None
            }
            Fault::DropAfter => {
                self.apply(id, &asked, now);
                None
            }
            Fault::ApplyLater(after) => {
                self.put_off(id, asked, later(now, after));
                None
            }
            Fault::Delay(pause) => {
                let answer = self.apply(id, &asked, now);
                tokio::time::sleep(pause).await;
                Some(answer)
            }
            Fault::ResetInAnswer => {
                line.reset_in_answer();
                Some(self.apply(id, &asked, now))
            }
            Fault::Truncate => Some(self.apply(id, &asked, now).truncated()),
            Fault::Answer(canned) => {
                if canned.applied {
                    self.apply(id, &asked, now);
                }
                Some(canned.answer)
            }
            Fault::Reshape(reshape) => {
                reshape.question(&mut asked);
                let mut answer = self.apply(id, &asked, now);
                reshape.answer(&mut answer);
                Some(answer)
            }
            Fault::Hold(hold) => {
                let answer = self.hold(&hold, id, asked, now).await;
                hold.leave();
                answer
            }
        }
    }

    async fn hold(&self, hold: &Hold, id: RequestId, asked: Asked, came: Jst) -> Option<Answer> {
        match hold.boundary() {
            Boundary::BeforeApplying => match hold.park().await {
                Verdict::GoOn => Some(self.apply(id, &asked, self.clock.now())),
                Verdict::Drop => {
                    self.give_up(id, asked, came);
                    None
                }
            },
            Boundary::BeforeAnswering => {
                let answer = self.apply(id, &asked, came);
                (hold.park().await == Verdict::GoOn).then_some(answer)
            }
        }
    }

    /// The connection of a request that came then is closed, and nothing was done yet.
    fn give_up(&self, id: RequestId, asked: Asked, came: Jst) {
        if let Some(after) = self.service.does_late() {
            self.put_off(id, asked, later(came, after));
        }
    }

    fn put_off(&self, id: RequestId, asked: Asked, due: Jst) {
        self.put_off
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(PutOff { due, id, asked });
    }

    fn apply(&self, id: RequestId, asked: &Asked, now: Jst) -> Answer {
        let answer = self.service.answer(asked, now);
        if (200..300).contains(&answer.status) {
            self.record.applied(id);
        }
        answer
    }
}

#[cfg(test)]
mod tests;
