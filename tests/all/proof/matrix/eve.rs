//! Everything just before the round, from which it can be begun again and again.

use pcpunch::sandbox::StoredPunch;

use super::points::{Point, of_requests};
use super::rounds::{Doomed, PEOPLE, logs};
use super::switches::Switch;
use crate::harness::Office;

/// The state file, KING OF TIME's punches, and what the round asks where nothing is in its way.
pub(super) struct Eve {
    pub(super) doomed: Doomed,
    state: Vec<u8>,
    punches: Vec<StoredPunch>,
    /// The methods that KING OF TIME is asked with, in order.
    kot: Vec<String>,
    /// How often MaLion is asked.
    malion: u32,
}

impl Eve {
    pub(super) fn of(doomed: Doomed) -> Self {
        let office = Office::of(&PEOPLE);
        doomed.sets_up(&office);
        office.malion_has(logs());
        office.relays_at(doomed.before);
        let sandbox = &office.sandbox;
        let (state, punches) = (office.state(), sandbox.kot.punches());
        sandbox.kot.clear_requests();
        sandbox.malion.clear_requests();
        office.relays_at(&[doomed.at]);
        let asked = sandbox.kot.requests().into_iter();
        Self {
            doomed,
            state,
            punches,
            kot: asked.map(|request| request.method).collect(),
            malion: sandbox.malion.requests().len().try_into().expect("a few"),
        }
    }

    /// The points of the round's requests.
    pub(super) fn requests(&self) -> Vec<Point> {
        of_requests(&self.kot, self.malion)
    }

    /// An office just before the round, whose KING OF TIME is as that switch says.
    pub(super) fn office(&self, switch: &Switch) -> Office {
        let office = Office::empty(&PEOPLE).set_up();
        office.begins_with(&self.state).malion_has(logs());
        self.doomed.sets_up(&office);
        let kot = &office.sandbox.kot;
        for punch in &self.punches {
            let StoredPunch {
                key,
                work_day,
                time,
                code,
                ..
            } = punch;
            kot.add_punch(key, *work_day, *time, *code, None);
        }
        kot.switch(switch.turn);
        office.at(self.doomed.at);
        office
    }
}
