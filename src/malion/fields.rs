//! The fields of a record: where a profile says they stand, and which must be there.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::profile::ProfileError;

/// A JSON pointer (RFC 6901).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Pointer(String);

/// A field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The source's id of the record.
    LogId,
    /// 発生日時.
    OccurredAt,
    /// 収集日時.
    CollectedAt,
    /// 操作.
    Operation,
    /// 端末名.
    Terminal,
    /// ドメイン名.
    Domain,
    /// ユーザー名.
    User,
    /// 出退勤システム連携コード.
    LinkCode,
}

/// Where a record's fields stand, and which must be there.
#[derive(Clone, Debug, Deserialize)]
pub struct Fields {
    /// A record without one of these spoils the answer.
    pub required: BTreeSet<Field>,
    #[serde(flatten)]
    pointers: BTreeMap<Field, Pointer>,
}

impl Fields {
    /// Where a field stands; `None` where the source does not bear it at all.
    pub fn pointer(&self, field: Field) -> Option<&Pointer> {
        self.pointers.get(&field)
    }

    /// Proves that what a log cannot do without is required, and what is required is named.
    pub(super) fn prove(&self) -> Result<(), ProfileError> {
        // Without these a record says nothing: they cannot be optional.
        let needed = [Field::OccurredAt, Field::Operation, Field::Terminal];
        if let Some(field) = needed.iter().find(|field| !self.required.contains(field)) {
            return Err(ProfileError::Field(field.name()));
        }
        match self
            .required
            .iter()
            .find(|field| self.pointer(**field).is_none())
        {
            Some(field) => Err(ProfileError::Field(field.name())),
            None => Ok(()),
        }
    }
}

impl Field {
    /// Its name in profiles and errors.
    pub fn name(self) -> &'static str {
        match self {
            Self::LogId => "log_id",
            Self::OccurredAt => "occurred_at",
            Self::CollectedAt => "collected_at",
            Self::Operation => "operation",
            Self::Terminal => "terminal",
            Self::Domain => "domain",
            Self::User => "user",
            Self::LinkCode => "link_code",
        }
    }
}

impl TryFrom<String> for Pointer {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.is_empty() || text.starts_with('/') {
            Ok(Self(text))
        } else {
            Err(format!("`{text}` is no JSON pointer: it begins with /"))
        }
    }
}

impl Pointer {
    /// The pointer's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
