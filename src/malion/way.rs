//! The way through the pages of a window, and how it is seen that it leads nowhere.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use super::page::{Next, Page, Position};
use crate::domain::log_source::Record;

/// No company writes so many logs in one window: beyond it, the pages do not end.
const MOST_RECORDS: u64 = 10_000_000;
/// Nor so many pages, empty ones included.
const MOST_PAGES: u64 = 100_000;

/// What was seen of a window so far.
#[derive(Default)]
pub(super) struct Way {
    /// The records of the page before.
    before: Vec<Record>,
    /// The cursors so far, by their hashes: a cursor can be long.
    cursors: HashSet<u64>,
    hashes: RandomState,
}

impl Way {
    /// Whether a page, which is the one at that position, shows that the pages do not end: it is the one before once
    /// more, promises more and has nothing, leads back to where the way was before, or is one too many.
    pub(super) fn is_endless(&self, position: &Position, page: &Page) -> bool {
        let repeated = !page.is_empty() && page.holds(&self.before);
        let leads_nowhere = match &page.next {
            Next::End => false,
            Next::More => page.is_empty(),
            Next::Cursor(cursor) => self.cursors.contains(&self.hashes.hash_one(cursor)),
        };
        let too_many = position.records > MOST_RECORDS || position.pages > MOST_PAGES;
        repeated || leads_nowhere || too_many
    }

    /// Leaves that page behind.
    pub(super) fn passed(&mut self, page: Page) {
        if let Next::Cursor(cursor) = &page.next {
            self.cursors.insert(self.hashes.hash_one(cursor));
        }
        self.before = page.into_records();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{MOST_PAGES, MOST_RECORDS, Page, Position, Way};
    use crate::domain::time::from_epoch;
    use crate::malion::profile::Profile;

    const CURSORS: &str = include_str!("assumed-v1.toml");

    /// A page of one log of that id, which leads to that cursor.
    fn page(id: &str, cursor: &str) -> Page {
        let profile = CURSORS
            .replace("offset = \"{offset}\"", "after = \"{cursor}\"")
            .replace("style = \"offset\"", "style = \"cursor\"\nnext = \"/next\"")
            .replace("more = \"/has_next\"", "");
        let api = Profile::from_toml(&profile).unwrap().api.unwrap();
        let body = json!({"next": cursor, "logs": [{"log_id": id}]}).to_string();
        let asked_at = from_epoch(1_734_400_000).unwrap();
        Page::of(&api, body.as_bytes(), &Position::default(), asked_at).unwrap()
    }

    fn at(records: u64, pages: u64) -> Position {
        Position {
            records,
            pages,
            cursor: None,
        }
    }

    #[test]
    fn a_cursor_that_leads_back_never_ends_however_far_back() {
        let mut way = Way::default();
        for (id, cursor, endless) in [
            ("1", "a", false),
            ("2", "b", false),
            ("3", "c", false),
            ("4", "a", true),
            ("4", "c", true),
            ("4", "d", false),
            ("5", "", false),
        ] {
            let page = page(id, cursor);
            assert_eq!(way.is_endless(&at(1, 1), &page), endless, "{id} {cursor}");
            if !endless {
                way.passed(page);
            }
        }
    }

    #[test]
    fn more_records_or_pages_than_any_company_has_never_end() {
        let way = Way::default();
        for (records, pages, endless) in [
            (MOST_RECORDS, MOST_PAGES, false),
            (MOST_RECORDS + 1, 1, true),
            (1, MOST_PAGES + 1, true),
        ] {
            let position = at(records, pages);
            assert_eq!(way.is_endless(&position, &page("1", "a")), endless);
        }
    }
}
