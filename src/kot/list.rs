//! A list of an answer, read record by record: a company's month is never there twice.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer as _, Error as _, SeqAccess, Visitor};

use super::record::{Malformed, Place};

/// Shows `take` every record of a list, with its position.
///
/// # Errors
/// A body that is no such list, with the parser's words; the first error of `take`.
pub(super) fn each<'de, T: Deserialize<'de>>(
    list: &Place,
    body: &'de [u8],
    take: impl FnMut(usize, T) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    let mut malformed = None;
    let records = Records {
        take,
        malformed: &mut malformed,
        of: PhantomData,
    };
    let mut json = serde_json::Deserializer::from_slice(body);
    let read = json
        .deserialize_seq(records)
        .and_then(|()| json.end())
        .map_err(|error| list.shapeless(&error));
    malformed.map_or(read, Err)
}

struct Records<'a, T, F> {
    take: F,
    malformed: &'a mut Option<Malformed>,
    of: PhantomData<T>,
}

impl<'de, T, F> Visitor<'de> for Records<'_, T, F>
where
    T: Deserialize<'de>,
    F: FnMut(usize, T) -> Result<(), Malformed>,
{
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0;
        while let Some(record) = list.next_element()? {
            if let Err(malformed) = (self.take)(index, record) {
                *self.malformed = Some(malformed);
                return Err(A::Error::custom("a malformed record"));
            }
            index += 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::each;
    use crate::kot::record::{Place, Problem};

    /// What is read of a list until a number over 9 comes, and whether the error is the parser's.
    fn read(body: &str) -> (Vec<u32>, Option<bool>) {
        let place = Place::whole("employees");
        let mut seen = Vec::new();
        let read = each(&place, body.as_bytes(), |index, number: u32| {
            assert_eq!(index, seen.len());
            if number > 9 {
                return Err(place.malformed("code", Problem::Twice));
            }
            seen.push(number);
            Ok(())
        });
        let shapeless = |problem: &Problem| matches!(problem, Problem::Shape(_));
        (seen, read.err().map(|error| shapeless(&error.problem)))
    }

    #[test]
    fn every_record_is_shown_in_order_and_the_first_bad_one_ends_it() {
        for (body, seen, error) in [
            ("[]", &[][..], None),
            (" [1, 2,3] ", &[1, 2, 3], None),
            ("[1, 10, 2]", &[1], Some(false)),
            ("[1, 10, x", &[1], Some(false)),
            ("[1, 2", &[1, 2], Some(true)),
            ("[1] 2", &[1], Some(true)),
            ("[1, \"2\"]", &[1], Some(true)),
            ("{}", &[], Some(true)),
            ("null", &[], Some(true)),
            ("", &[], Some(true)),
        ] {
            assert_eq!(read(body), (seen.to_vec(), error), "{body}");
        }
    }
}
