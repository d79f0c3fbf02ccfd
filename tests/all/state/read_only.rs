//! A hardened service: nothing but the state folder can be written to.

use super::{TARO, on};
use crate::harness::{Office, pc_log};

#[test]
fn rounds_work_where_everything_but_the_state_folder_is_read_only() {
    let office = Office::empty(&[TARO]).set_up();
    let Some(cage) = office.cage() else {
        return;
    };
    let home = office.path("");
    let state = office.path("state/pcpunch");
    let [home, state] = [&home, &state].map(|folder| folder.to_str().expect("a path"));
    for (folder, is_open) in [
        (state, true),
        (home, false),
        ("/tmp", false),
        ("/var/tmp", false),
    ] {
        assert_eq!(cage.lets_write(folder), is_open, "{folder}");
    }

    let links = "打刻先アカウント,サービスアカウント\n1000,tarouk\n";
    office.file("links.csv", links);
    cage.run(&["employees", "sync"]).exits(0);
    cage.run(&["accounts", "import", "links.csv"]).exits(0);
    let day = [
        ("2024-12-17 12:00", on("tarouk", "2024-12-17 09:03")),
        (
            "2024-12-18 12:00",
            pc_log("2024-12-17 18:22 PC-tarouk tarouk ログオフ"),
        ),
    ];
    let round = ["relay", "run", "--once"];
    for (time, log) in day {
        office.at(time).malion_has([log]);
        cage.run(&[&round[..], &["--dry-run"]].concat()).exits(0);
        cage.run(&round).exits(0);
    }
    office.kot_has(&["1000 2024-12-17 出勤 09:03", "1000 2024-12-17 退勤 18:22"]);
    cage.run(&["relay", "status"]).exits(0);
    cage.run(&["logs", "check", "--date", "2024-12-17"])
        .exits(0);
}
