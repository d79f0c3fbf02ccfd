//! Pages of logs, stored while the next ones are read.

use std::sync::mpsc;
use std::{mem, panic, thread};

use crate::domain::pc_log::RawLog;
use crate::malion;

use super::Error;

/// So many pages may be there that are read and that nobody has begun to store: memory is bounded by the page, not by
/// the history.
const AHEAD: usize = 1;

/// Why no more pages are read.
pub(super) enum End {
    /// The source says so.
    Source(malion::Error),
    /// What was read cannot be stored.
    NotStored,
}

impl From<malion::Error> for End {
    fn from(error: malion::Error) -> Self {
        Self::Source(error)
    }
}

/// Has `read` hand on page by page, and `store` keep them meanwhile, in order. Gives the last page, which is not
/// stored yet.
///
/// # Errors
/// What `store` says or, where all before the last page is stored, what ended the reading.
pub(super) fn store_while_reading(
    read: impl FnOnce(&mut dyn FnMut(Vec<RawLog>) -> Result<(), End>) -> Result<(), End>,
    mut store: impl FnMut(&[RawLog]) -> Result<(), Error> + Send,
) -> Result<Vec<RawLog>, Error> {
    thread::scope(|scope| {
        let (pages, to_store) = mpsc::sync_channel::<Vec<RawLog>>(AHEAD);
        let storing = scope.spawn(move || {
            let mut last = Vec::new();
            for page in to_store {
                store(&mem::replace(&mut last, page))?;
            }
            Ok::<_, Error>(last)
        });
        let ended = read(&mut |page| pages.send(page).map_err(|_| End::NotStored));
        drop(pages);
        let last = storing
            .join()
            .unwrap_or_else(|cause| panic::resume_unwind(cause))?;
        match ended {
            Ok(()) | Err(End::NotStored) => Ok(last),
            Err(End::Source(error)) => Err(error.into()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Error, store_while_reading};
    use crate::domain::pc_log::{Operation, RawLog};
    use crate::domain::time::from_epoch;
    use crate::malion;
    use crate::state;

    fn page(name: &str) -> Vec<RawLog> {
        let at = from_epoch(1_734_393_600).unwrap();
        vec![RawLog {
            log_id: Some(name.to_owned()),
            occurred_at: at,
            collected_at: at,
            operation: Operation::Logon,
            terminal: String::new(),
            domain: String::new(),
            user: String::new(),
            link_code: None,
        }]
    }

    fn names(logs: &[RawLog]) -> Vec<String> {
        logs.iter().filter_map(|log| log.log_id.clone()).collect()
    }

    #[test]
    fn pages_are_stored_in_order_and_the_last_is_handed_back() {
        let mut stored = Vec::new();
        let last = store_while_reading(
            |take| (0..9).try_for_each(|number| take(page(&number.to_string()))),
            |page| {
                stored.extend(names(page));
                Ok(())
            },
        );
        assert_eq!(names(&last.unwrap()), ["8"]);
        assert_eq!(stored, ["0", "1", "2", "3", "4", "5", "6", "7"]);
    }

    #[test]
    fn what_was_read_before_the_source_fails_is_stored() {
        let mut stored = Vec::new();
        let read = store_while_reading(
            |take| {
                take(page("a"))?;
                take(page("b"))?;
                Err(malion::Error::Stopped.into())
            },
            |page| {
                stored.extend(names(page));
                Ok(())
            },
        );
        assert!(matches!(read, Err(Error::MaLion(malion::Error::Stopped))));
        assert_eq!(stored, ["a"]);
    }

    #[test]
    fn nothing_more_is_read_once_a_page_cannot_be_stored() {
        let mut read = 0;
        let ended = store_while_reading(
            |take| {
                loop {
                    take(page("a"))?;
                    read += 1;
                }
            },
            |page| match page {
                [] => Ok(()),
                _ => Err(state::Error::Locked("state.db".into()).into()),
            },
        );
        assert!(matches!(ended, Err(Error::State(_))));
        // Stored or being stored, waiting, and one that nobody takes any more.
        assert!(read <= 4, "{read}");
    }
}
