//! The state file as a thing that is copied, moved and put back.

mod backup;
mod copies;
mod kept;
mod moved;
mod read_only;
mod restore;

use pcpunch::sandbox::Log;

use crate::harness::{Office, pc_log};

const TARO: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");
const HANAKO: (&str, &str, &str, &str) = ("2000", "打刻", "花子", "hanako");

fn on(user: &str, time: &str) -> Log {
    pc_log(&format!("{time} PC-{user} {user} ログオン"))
}

/// What `relay status` says of where the file comes from.
fn state_file(office: &Office) -> Option<String> {
    let ran = office
        .run(&["relay", "status", "--format", "json"])
        .exits(0);
    let status = ran.document("pcpunch.status.v1");
    status["state_file"].as_str().map(str::to_owned)
}
