//! The life of a punch, gone through in every state by a model checker (stateright). Rounds, the state file,
//! the network and KING OF TIME are modelled after `src/relay`, each step by the name of its function; what is
//! decided is decided by the program's own rules (`domain::{plan, delivery, gate, unread}`,
//! `kot::{classify, ClosedHours}`).
//!
//! Bounds: one to four punches of one work day, of one person or two; one process for each state file (the lock
//! keeps a second out; two where that is taken away), and as many rounds, readings and attempts as fit; ticks of
//! ten minutes with `kot.unknown_minutes` 30. Every run goes through all states of at most 6 ticks with 1 kill,
//! 1 or 2 lost answers and 1 of a few other troubles, up to 63 steps deep. All of it
//! (`PCPUNCH_PROOF=whole cargo test proof -- --nocapture`) is up to 11 ticks, 2 kills, 3 lost answers, 1 that says
//! "not applied", 1 empty answer, 1 punch by hand, 2 changes of what the rules give, 2 orders of a person, 1 outage
//! of four days and 1 restored file, in the combinations that `holds` names, up to 96 steps deep. Depth itself is
//! not bounded: every way ends when its ticks are used up, in calm rounds after which no punch may be lost.
//!
//! Not in the model: freezes, the circuit breaker, the pace, closed months, day borders and the daily sync, which
//! only ever keep a punch from being sent; policy `rolling`; clocks that are set.
//!
//! The assumptions are in the model too: `limits` takes them away one by one, and `mutants` the steps of the
//! protocol, and the checker finds how a punch is doubled, sent unread or lost then.

mod calm;
mod deciding;
mod holds;
mod kot;
mod life;
mod limits;
mod moment;
mod mutants;
mod process;
mod promises;
mod round;
mod rules;
#[path = "../../all/proof/scale.rs"]
mod scale;
mod scenario;
mod sending;
mod told;
mod words;
mod world;
