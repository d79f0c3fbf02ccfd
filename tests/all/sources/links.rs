//! Accounts of other kinds: whom a sync gives one, and what an import leaves alone.

use super::{SMARTON, TARO};
use crate::harness::Office;

#[test]
fn a_new_employee_gets_an_account_of_each_kind_that_is_on() {
    let office = Office::empty(&[TARO]).set_up();
    office.setting("link.smarton", "on");
    office.run(&["employees", "sync"]).exits(0);
    let exported = office.run(&["accounts", "export", "-"]).exits(0);
    exported.says("SmartOn ID連携,1,1000,勤怠 太郎,1000\r\nMaLion連携,3,1000,勤怠 太郎,1000\r\n");
}

#[test]
fn rows_of_a_kind_whose_link_is_off_are_counted_and_left_alone() {
    let office = Office::of(&[TARO]);
    office
        .links_of(SMARTON, &[("1000", "s-taro")])
        .exits(0)
        .says("連携がオフの種別 1 件")
        .ends_saying("0件のアカウントを更新");
    let exported = office.run(&["accounts", "export", "-"]).exits(0);
    let listed = office
        .run(&["accounts", "list", "--format", "json"])
        .exits(0);
    for ran in [exported, listed] {
        assert!(!ran.told().contains("s-taro"), "{}", ran.told());
    }
}
