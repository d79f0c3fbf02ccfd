//! What the promise's assumption about disks is worth: the same rounds on one that says it has synced and has not.

use std::thread;
use std::time::Duration;

use pcpunch::sandbox::{Boundary, Fault, Hold, On, StoredPunch};

use super::day::{Doomed, MORNING, NEXT_MORNING, Toll, World, arrives};
use super::image::Image;
use super::journal::Step;
use super::layer::{Layer, NEVER};
use super::platter::{Keeps, Platter, Syncs};
use crate::proof::scale::Scale;

const PATIENCE: Duration = Duration::from_secs(20);

/// A round that the power cut while a punch was under way, which KING OF TIME takes late.
struct Parked {
    doomed: Doomed,
    eve: Image,
    folder: String,
    steps: Vec<Step>,
    /// What KING OF TIME has when the power comes back.
    punches: Vec<StoredPunch>,
    late: StoredPunch,
}

impl Parked {
    /// Cut while the punch after so many others is under way.
    fn after(others: u32, doomed: Doomed, eve: &World, layer: Layer) -> Self {
        let office = doomed.office();
        eve.put(&office);
        let journal = layer.under(&office, NEVER);
        let hold = Hold::at(Boundary::BeforeApplying);
        let kot = &office.sandbox.kot;
        kot.fault(Fault::Hold(hold.clone()), On::punch().skip(others));
        let round = office.starts_a_round();
        assert!(hold.wait_until_held(PATIENCE), "{others}");
        round.kill();
        let punches = kot.punches();
        hold.go_on();
        while kot.punches().len() == punches.len() {
            thread::yield_now();
        }
        let is_late = |punch: &StoredPunch| !punches.contains(punch);
        let late = kot.punches().into_iter().find(is_late);
        Self {
            doomed,
            eve: eve.image.clone(),
            folder: journal.folder(),
            steps: journal.steps(),
            punches,
            late: late.expect("a late punch"),
        }
    }

    fn platter(&self, syncs: Syncs) -> Platter {
        Platter::of(&self.folder, &self.eve, syncs).runs(self.steps.clone())
    }

    /// The rounds after it, begun with that image; the late punch comes after the first of them.
    fn recovers(&self, image: Image) -> Toll {
        let office = self.doomed.office();
        let punches = self.punches.clone();
        World { image, punches }.put(&office);
        let meanwhile = || arrives(&office, &self.late);
        self.doomed.recovers(&office, meanwhile)
    }
}

#[test]
fn a_punch_that_is_under_way_when_the_power_fails_and_comes_late_is_not_doubled() {
    let Some(layer) = Layer::new() else {
        return;
    };
    let scale = Scale::asked();
    let mut tolls = Vec::new();
    for (doomed, punches) in [(MORNING, 3), (NEXT_MORNING, 6)] {
        let eve = doomed.eve();
        for others in (0..punches).step_by(scale.bound(5, 1)) {
            let parked = Parked::after(others, doomed, &eve, layer);
            let least = parked.platter(Syncs::Honoured).image(Keeps::Nothing);
            let toll = parked.recovers(least);
            assert!(toll.is_none(), "after {others}: {toll}");
            tolls.push(toll);
        }
    }
    let toll: Toll = tolls.into_iter().sum();
    toll.tell("rounds with a punch under way that comes late");
}

/// Without the first assumption, what was sent is forgotten; the reading before each punch still keeps it single.
#[test]
fn a_disk_that_ignores_syncs_forgets_what_was_sent_and_the_reading_keeps_it_single() {
    let Some(layer) = Layer::new() else {
        return;
    };
    let eve = MORNING.eve();
    let office = MORNING.office();
    eve.put(&office);
    let journal = layer.under(&office, NEVER);
    office.relay().exits(0);
    let steps = journal.steps();
    for (syncs, forgotten) in [(Syncs::Honoured, 0), (Syncs::Ignored, 3)] {
        let platter = Platter::of(&journal.folder(), &eve.image, syncs).runs(steps.clone());
        let after = MORNING.office();
        let image = platter.image(Keeps::Nothing);
        let punches = office.sandbox.kot.punches();
        World { image, punches }.put(&after);
        let toll = MORNING.recovers(&after, || ());
        assert_eq!((toll.lost, toll.doubled, toll.forgotten), (0, 0, forgotten));
        toll.tell(&format!("a whole round, syncs {}", syncs.told()));
    }
}

/// Without the commit before it, nobody knows that a punch may still come: its reading shows none, and it is sent
/// again. The day that then shows two 出勤 gets no 退勤 until a person has looked at it.
#[test]
fn on_a_disk_that_ignores_syncs_a_punch_that_comes_late_is_doubled() {
    let Some(layer) = Layer::new() else {
        return;
    };
    let parked = Parked::after(0, MORNING, &MORNING.eve(), layer);
    for (syncs, wrong) in [(Syncs::Honoured, 0), (Syncs::Ignored, 1)] {
        let toll = parked.recovers(parked.platter(syncs).image(Keeps::Nothing));
        assert_eq!((toll.lost, toll.doubled), (wrong, wrong), "{syncs:?}");
        toll.tell(&format!(
            "a punch under way that comes late, syncs {}",
            syncs.told()
        ));
    }
}
