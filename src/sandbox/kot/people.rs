//! The people and divisions of the company.

use chrono::NaiveTime;

use crate::domain::time::WorkDay;

/// One 従業員, as an administrator of KING OF TIME would enter it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employee {
    /// 従業員識別キー: 64 hexadecimal digits, never changing.
    pub key: String,
    /// 従業員コード.
    pub code: String,
    /// 姓.
    pub last: String,
    /// 名.
    pub first: String,
    /// The code of the division.
    pub division: String,
    /// 入社日, the first day.
    pub hired: Option<WorkDay>,
    /// 退職日, the last day; may be in the future.
    pub resigned: Option<WorkDay>,
    /// The main address first.
    pub emails: Vec<String>,
}

impl Employee {
    /// A person of that division with nothing else set, and the key that comes of the code.
    pub fn new(code: &str, last: &str, first: &str, division: &str) -> Self {
        Self {
            key: key_of(code),
            code: code.to_owned(),
            last: last.to_owned(),
            first: first.to_owned(),
            division: division.to_owned(),
            hired: None,
            resigned: None,
            emails: Vec::new(),
        }
    }

    /// Whether the person is enrolled on that day.
    pub(super) fn employed(&self, day: WorkDay, list_not_yet_hired: bool) -> bool {
        let joined = list_not_yet_hired || self.hired.is_none_or(|hired| hired <= day);
        joined && !self.left_before(day)
    }

    /// Whether the last day was before that day.
    pub(super) fn left_before(&self, day: WorkDay) -> bool {
        self.resigned.is_some_and(|last| last < day)
    }
}

/// A 所属.
#[derive(Clone, Debug)]
pub(super) struct Division {
    pub(super) code: String,
    pub(super) name: String,
    /// 日付変更時間.
    pub(super) border: NaiveTime,
}

/// The key that comes of a seed: 64 hexadecimal digits, the same in every run and on every machine.
pub fn key_of(seed: &str) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    (0..4_u8)
        .map(|part| {
            let bytes = seed.bytes().chain([0, part]);
            let mixed = bytes.fold(OFFSET, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(PRIME).rotate_left(29)
            });
            format!("{:016x}", mixed.wrapping_mul(PRIME))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::key_of;

    #[test]
    fn a_key_is_64_hex_digits_and_follows_its_seed() {
        let key = key_of("1000");
        assert_eq!(key.len(), 64);
        assert!(key.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')));
        assert_eq!(key, key_of("1000"));
        assert_ne!(key, key_of("1001"));
    }
}
