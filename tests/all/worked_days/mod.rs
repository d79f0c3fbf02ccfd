//! The worked days of relay-rules, through the binary. The numbers are those of its table.

mod bounds;
mod breaks;
mod changed;
mod doubtful;
mod half;
mod late;
mod nights;
mod plain;
mod rolling;
mod set_aside;

use crate::harness::Office;

const TARO: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");
const HANAKO: (&str, &str, &str, &str) = ("2000", "打刻", "花子", "hanako");

/// Taro's office: he alone, linked to `tarouk`.
fn office() -> Office {
    Office::of(&[TARO])
}
