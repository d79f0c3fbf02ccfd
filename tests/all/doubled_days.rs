//! Work days on which KING OF TIME shows two of a kind, in the hours in which it cannot be read.

use crate::harness::{Office, pc_log};

#[test]
fn nothing_goes_unread_to_a_day_that_showed_two_of_a_kind() {
    for kind in [1, 2] {
        let office = Office::of(&[("1000", "勤怠", "太郎", "tarouk")]);
        office.setting("punch.in_closed_hours", "send");
        office.enters("1000", "2024-12-17", kind, "2024-12-17 07:30");
        office.enters("1000", "2024-12-17", kind, "2024-12-17 07:40");
        office.malion_has([pc_log("2024-12-17 08:10 PC-1 tarouk ログオン")]);
        office.at("2024-12-17 08:20").round_posts(0, 0);
        office.book_says(&["1000 2024-12-17 出勤 08:10 decided"]);
        office.at("2024-12-17 08:45").relay().exits(0);
        assert_eq!(office.posts(), 0, "{kind}");
    }
}
