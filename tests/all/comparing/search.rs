//! 出退勤ログ検索: logs by user, PC, day, person and fate.

use super::{PEOPLE, document};
use crate::harness::{Office, pc_log};

const LOGS: [&str; 6] = [
    "2024-12-17 09:03 PC-1 tarouk ログオン",
    "2024-12-17 18:22 PC-1 tarouk ログオフ",
    "2024-12-17 09:10 PC-20 hanakod ログオン",
    "2024-12-17 09:20 LAB-1 vendor1 ログオン",
    "2024-12-18 09:01 PC-1 tarouk ログオン",
    "2024-12-17 09:30 PC-2 SYSTEM ログオン",
];

fn office() -> Office {
    let office = Office::of(&PEOPLE);
    office.malion_has(LOGS.map(pc_log));
    office.relays_at(&["2024-12-18 12:00"]);
    office
}

#[test]
fn logs_are_found_by_user_pc_day_person_and_fate_with_wildcards_in_names() {
    let office = office();
    let rows: [(&[&str], usize); 11] = [
        (&[], 6),
        (&["--user", "tarouk"], 3),
        (&["--user", "t*k"], 3),
        (&["--user", "vendor?"], 1),
        (&["--user", "VENDOR?"], 0),
        (&["--terminal", "PC-1"], 3),
        (&["--terminal", "PC-*"], 5),
        (&["--terminal", "PC-?", "--date", "2024-12-17"], 3),
        (&["--employee", "1001"], 1),
        (&["--fate", "unlinked", "--fate", "system-user"], 2),
        (&["--fate", "unlinked", "--user", "tarouk"], 0),
    ];
    for (options, count) in rows {
        let words = [&["logs", "list", "--format", "json"][..], options].concat();
        let found = document(office.run(&words), "pcpunch.logs-list.v1");
        assert_eq!(
            found["logs"].as_array().unwrap().len(),
            count,
            "{options:?}"
        );
        let counted = found["counts"].as_object().unwrap().values();
        let counted: u64 = counted.map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(counted, count as u64, "{options:?}: the counts add up");
    }
}

#[test]
fn the_counts_stand_below_the_table_and_an_unknown_fate_is_answered_with_all_of_them() {
    let office = office();
    office
        .run(&["logs", "list", "--date", "2024-12-17"])
        .exits(0)
        .says("5 件 (")
        .says("未登録");
    office
        .run(&["logs", "list", "--fate", "lost", "--lang", "en"])
        .exits(2)
        .warns("lost is not a value of --fate")
        .warns("punched, within, open, half-day");
}
