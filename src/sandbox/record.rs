//! What a server was asked, in order of arrival.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::asked::Asked;
use crate::domain::time::Jst;

/// One request as the server saw it.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `POST`, …
    pub method: String,
    /// The whole path as it was sent, `/v1.0/…` or `/webapi/v1/…`.
    pub path: String,
    /// The query as it was sent, without the question mark; may be empty.
    pub query: String,
    /// The body as text; may be empty.
    pub body: String,
    /// The status given, whether or not it reached the caller; `None` where the connection was dropped.
    pub status: Option<u16>,
    /// Whether the service itself did what was asked, at once or later; a canned answer alone is not doing it.
    pub applied: bool,
    /// Whether a fault was played on it.
    pub faulty: bool,
    /// Which connection of this server carried it, from 1.
    pub connection: u64,
    /// When it had been read, by this server's clock.
    pub at: Jst,
}

/// Keeps every request.
#[derive(Default)]
pub(super) struct Record(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// How many were forgotten, so that numbers stay right.
    forgotten: usize,
    requests: Vec<Request>,
}

/// Which request of a server's life.
#[derive(Clone, Copy)]
pub(super) struct RequestId(usize);

impl Record {
    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn begin(&self, asked: &Asked, faulty: bool, connection: u64, at: Jst) -> RequestId {
        let mut kept = self.lock();
        kept.requests.push(Request {
            method: asked.method.clone(),
            path: asked.path.clone(),
            query: asked.query.clone(),
            body: String::from_utf8_lossy(&asked.body).into_owned(),
            status: None,
            applied: false,
            faulty,
            connection,
            at,
        });
        RequestId(kept.forgotten + kept.requests.len() - 1)
    }

    pub(super) fn answered(&self, id: RequestId, status: u16) {
        self.change(id, |request| request.status = Some(status));
    }

    pub(super) fn applied(&self, id: RequestId) {
        self.change(id, |request| request.applied = true);
    }

    pub(super) fn all(&self) -> Vec<Request> {
        self.lock().requests.clone()
    }

    pub(super) fn clear(&self) {
        let mut kept = self.lock();
        kept.forgotten += kept.requests.len();
        kept.requests.clear();
    }

    fn change(&self, id: RequestId, change: impl FnOnce(&mut Request)) {
        let mut kept = self.lock();
        let forgotten = kept.forgotten;
        let index = id.0.checked_sub(forgotten);
        if let Some(request) = index.and_then(|index| kept.requests.get_mut(index)) {
            change(request);
        }
    }
}
