//! A rehearsed power cut: the process ends itself, without any clean-up, at the nth write to the file.
//! Only in builds with the sandbox; this is how the tests reach every durable step.

use std::sync::atomic::{AtomicU32, Ordering};

/// `before:3` dies when the third transaction is about to be committed, `after:3` when it just was.
const VARIABLE: &str = "PCPUNCH_DIE_AT_WRITE";

static WRITES: AtomicU32 = AtomicU32::new(0);

/// Counts a transaction that is about to be committed.
pub(super) fn before_commit() {
    let write = WRITES.fetch_add(1, Ordering::SeqCst) + 1;
    die_if("before", write);
}

/// A transaction was committed.
pub(super) fn after_commit() {
    die_if("after", WRITES.load(Ordering::SeqCst));
}

fn die_if(side: &str, write: u32) {
    let Ok(wanted) = std::env::var(VARIABLE) else {
        return;
    };
    if wanted == format!("{side}:{write}") {
        // SIGKILL to ourselves: no destructor runs, no buffer is written, as in a power cut.
        let _ =
            rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    }
}
