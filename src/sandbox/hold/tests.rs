//! Parked requests, over a socket.

use std::time::Duration;

use crate::sandbox::caller::{Connection, ask, get, punch_path, sandbox};
use crate::sandbox::{Boundary, Fault, Hold, On, Sandbox};

const SOON: Duration = Duration::from_secs(10);

/// Sends a punch that is parked at that boundary; the sandbox, the hold and the client's connection.
fn held(boundary: Boundary) -> (Sandbox, Hold, Connection) {
    let (sandbox, key) = sandbox();
    let hold = Hold::at(boundary);
    sandbox.kot.fault(Fault::Hold(hold.clone()), On::punch());
    assert!(!hold.wait_until_held(Duration::ZERO));
    let mut client = Connection::open(&sandbox.kot.base_url());
    let body = r#"{"date":"2024-12-17","time":"2024-12-17T09:00:00+09:00","code":"1"}"#;
    ask(&mut client, &sandbox.kot, "POST", &punch_path(&key), body);
    assert!(hold.wait_until_held(SOON));
    (sandbox, hold, client)
}

#[test]
fn a_parked_punch_goes_on_or_is_dropped() {
    use Boundary::{BeforeAnswering, BeforeApplying};
    for (boundary, go_on, parked, after) in [
        (BeforeApplying, true, 0, 1),
        (BeforeApplying, false, 0, 0),
        (BeforeAnswering, true, 1, 1),
        (BeforeAnswering, false, 1, 1),
    ] {
        let (sandbox, hold, mut client) = held(boundary);
        assert_eq!(sandbox.kot.punches().len(), parked, "{boundary:?}");
        match go_on {
            true => hold.go_on(),
            false => hold.drop_connection(),
        }
        let status = client.hear().map(|heard| heard.status).ok();
        assert_eq!(status, go_on.then_some(201), "{boundary:?}");
        assert_eq!(sandbox.kot.punches().len(), after, "{boundary:?}");
    }
}

#[test]
fn a_parked_punch_is_applied_though_its_client_has_died() {
    let (sandbox, hold, client) = held(Boundary::BeforeApplying);
    drop(client);
    assert_eq!(get(&sandbox.kot, "/company").status, 200);
    assert!(sandbox.kot.punches().is_empty());
    assert!(!hold.wait_until_left(Duration::ZERO));
    hold.go_on();
    assert!(hold.wait_until_left(SOON));
    assert_eq!(sandbox.kot.punches().len(), 1);
}
