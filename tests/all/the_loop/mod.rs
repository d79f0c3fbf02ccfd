//! `relay run` without `--once`: round after round.

mod backup;
mod daily_sync;
mod endings;
mod metrics;
mod ping;
mod rounds;
mod settings;
mod signals;
mod status;

use std::time::Duration;

use serde_json::Value;

use crate::harness::{Office, pc_log};

const TARO: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");

const PATIENCE: Duration = Duration::from_secs(20);

/// Taro at noon of 2024-12-17, of whom nothing is known yet.
fn taro() -> Office {
    let office = Office::of(&[TARO]);
    office.at("2024-12-17 12:00");
    office
}

/// MaLion learns that Taro came a minute ago.
fn taro_comes(office: &Office) {
    office.malion_has([pc_log("2024-12-17 11:59 PC-1 tarouk ログオン")]);
}

/// The round sent something.
fn sends(round: &Value) -> bool {
    round["sent"]
        .as_array()
        .is_some_and(|sent| !sent.is_empty())
}

fn ends_with(exit: u8) -> impl Fn(&Value) -> bool {
    move |round| round["exit"] == exit
}
