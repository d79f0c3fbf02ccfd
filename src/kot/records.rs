//! Taking a list apart record by record: all records of a big company at a time take many times their room.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor};

use super::record::{Malformed, Place};

/// Gives `take` each record of the list that is the body, with its place in it.
///
/// # Errors
/// What `take` refuses, or that the body is no such list; what stands behind is not looked at then.
pub(super) fn each_record<T, F>(list: &'static str, body: &[u8], take: F) -> Result<(), Malformed>
where
    T: for<'de> Deserialize<'de>,
    F: FnMut(usize, T) -> Result<(), Malformed>,
{
    let mut refused = None;
    let each = Each {
        take,
        refused: &mut refused,
        record: PhantomData,
    };
    let mut json = serde_json::Deserializer::from_slice(body);
    let read = each.deserialize(&mut json).and_then(|()| json.end());
    match refused {
        Some(refused) => Err(refused),
        None => read.map_err(|error| Place::whole(list).shapeless(&error)),
    }
}

struct Each<'a, T, F> {
    take: F,
    refused: &'a mut Option<Malformed>,
    record: PhantomData<T>,
}

impl<'de, T, F> DeserializeSeed<'de> for Each<'_, T, F>
where
    T: Deserialize<'de>,
    F: FnMut(usize, T) -> Result<(), Malformed>,
{
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de, T, F> Visitor<'de> for Each<'_, T, F>
where
    T: Deserialize<'de>,
    F: FnMut(usize, T) -> Result<(), Malformed>,
{
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0;
        while let Some(record) = list.next_element()? {
            if let Err(refused) = (self.take)(index, record) {
                *self.refused = Some(refused);
                return Err(A::Error::custom("a record was refused"));
            }
            index += 1;
        }
        Ok(())
    }
}
