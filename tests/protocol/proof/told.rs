//! Running the checker, and telling what it went through.

use std::io::{self, Write};
use std::time::Instant;

use pcpunch::domain::punch::PunchState;
use stateright::{Checker, HasDiscoveries, Model};

use super::life::{Life, SOUGHT};
use super::scale::Scale;
use super::scenario::Scenario;

/// Goes through all states of a scenario: no promise is broken in any of them. Tells how many they are.
pub(super) fn holds(what: &str, scenario: Scenario) {
    let begun = Instant::now();
    let checker = Life::of(scenario)
        .checker()
        .threads(Scale::asked().bound(1, 2))
        .finish_when(HasDiscoveries::AnyFailures)
        .spawn_dfs()
        .join();
    if let Some((promise, path)) = checker.discoveries().into_iter().next() {
        let way = checker.model().tell(promise, path.into_vec());
        panic!("{what}: “{promise}” is broken\n{way}");
    }
    assert!(checker.is_done(), "{what}: states are left");
    tell(&format!(
        "{what}: {} states, {} different, up to {} steps deep, {:.1} s: no promise is broken",
        checker.state_count(),
        checker.unique_state_count(),
        checker.max_depth() - 1,
        begun.elapsed().as_secs_f32(),
    ));
}

/// Finds a way to break a promise, of the shortest there are, and tells it.
pub(super) fn breaks(what: &str, promise: &'static str, scenario: Scenario) {
    let checker = Life::of(scenario)
        .checker()
        .finish_when(HasDiscoveries::AnyOf([promise].into()))
        .spawn_bfs()
        .join();
    let states = checker.unique_state_count();
    let Some(path) = checker.discovery(promise) else {
        panic!("{what}: “{promise}” holds in all {states} states");
    };
    let way = checker.model().tell(promise, path.into_vec());
    tell(&format!(
        "{what}: “{promise}” is broken, found among {states} states\n{way}"
    ));
}

/// Some way leads to a punch in that state: the model is no calmer than it says.
pub(super) fn reaches(state: PunchState, scenario: Scenario) {
    let checker = Life::seeking(state, scenario).checker().spawn_bfs().join();
    let is_found = checker.discovery(SOUGHT).is_some();
    assert!(is_found, "no punch is ever {}", state.name());
}

fn tell(lines: &str) {
    let _ = writeln!(io::stderr(), "{lines}");
}
