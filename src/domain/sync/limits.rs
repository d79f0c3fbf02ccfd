//! What a sync does not do unless a person says so: an answer that is whole can still be wrong.

use serde::Serialize;

/// So many people may be gone or resigned at once, whatever their share.
const FEW: usize = 5;
/// One in so many active people may be gone or resigned at once.
const SHARE: usize = 10;

/// Why a sync stops before any change, with the numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Limit {
    /// The token is another company's.
    OtherCompany {
        /// The key kept from the first sync.
        known: String,
        /// The key that KING OF TIME tells now.
        found: String,
    },
    /// KING OF TIME lists nobody.
    Empty {
        /// The people known and active.
        active: usize,
    },
    /// Nobody whom KING OF TIME lists was known, though people were.
    AllNew {
        /// The people known and active.
        active: usize,
        /// The people listed.
        listed: usize,
    },
    /// Too many people would be gone or resigned at once.
    Removals {
        /// Gone or resigned since the last sync.
        removals: usize,
        /// The people active until now.
        active: usize,
        /// How many `--allow-removals` allowed, where it was given.
        #[serde(skip_serializing_if = "Option::is_none")]
        allowed: Option<u32>,
    },
}

impl Limit {
    /// Its name in JSON and catalogues.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherCompany { .. } => "other-company",
            Self::Empty { .. } => "empty",
            Self::AllNew { .. } => "all-new",
            Self::Removals { .. } => "removals",
        }
    }
}

/// What the limits look at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers<'a> {
    /// The company's key kept from the first sync, and the one told now.
    pub(super) companies: (Option<&'a str>, &'a str),
    /// The people active until now.
    pub(super) active: usize,
    /// The people listed now.
    pub(super) listed: usize,
    /// Those of them who were known.
    pub(super) known: usize,
    /// Those of the active who are gone or resigned now.
    pub(super) removals: usize,
    /// `--allow-removals`.
    pub(super) allowed: Option<u32>,
}

/// The first limit that stops the sync. An allowance is exact: it also stops what would pass without it.
pub(super) fn limit(numbers: Numbers<'_>) -> Option<Limit> {
    let Numbers {
        companies: (known_company, company),
        active,
        listed,
        known,
        removals,
        allowed,
    } = numbers;
    let within = |allowed: u32| usize::try_from(allowed).is_ok_and(|allowed| removals <= allowed);
    if let Some(kept) = known_company.filter(|kept| *kept != company) {
        return Some(Limit::OtherCompany {
            known: kept.to_owned(),
            found: company.to_owned(),
        });
    }
    if listed == 0 {
        return Some(Limit::Empty { active });
    }
    if known == 0 && active > 0 && !allowed.is_some_and(within) {
        return Some(Limit::AllNew { active, listed });
    }
    let too_many = match allowed {
        Some(allowed) => !within(allowed),
        None => removals > FEW && removals.saturating_mul(SHARE) > active,
    };
    too_many.then_some(Limit::Removals {
        removals,
        active,
        allowed,
    })
}

#[cfg(test)]
mod tests {
    use super::{Limit, Numbers, limit};

    const FINE: Numbers<'_> = Numbers {
        companies: (Some("c"), "c"),
        active: 100,
        listed: 100,
        known: 100,
        removals: 0,
        allowed: None,
    };

    #[test]
    fn removals_stop_beyond_five_people_and_a_tenth_or_beyond_what_was_allowed() {
        let table = [
            (0, 100, None, false),
            (5, 6, None, false),
            (6, 60, None, false),
            (6, 59, None, true),
            (10, 100, None, false),
            (11, 100, None, true),
            (11, 100, Some(11), false),
            (12, 100, Some(11), true),
            (1, 100, Some(0), true),
            (0, 100, Some(0), false),
        ];
        for (removals, active, allowed, stops) in table {
            let found = limit(Numbers {
                removals,
                active,
                allowed,
                ..FINE
            });
            let expected = stops.then_some(Limit::Removals {
                removals,
                active,
                allowed,
            });
            assert_eq!(found, expected, "{removals} of {active}");
        }
    }

    #[test]
    fn an_empty_list_another_company_and_all_new_people_stop_it() {
        let code = |numbers| limit(numbers).map(|limit| limit.code());
        let table = [
            (FINE, None),
            (
                Numbers {
                    companies: (None, "c"),
                    ..FINE
                },
                None,
            ),
            (
                Numbers {
                    companies: (Some("b"), "c"),
                    ..FINE
                },
                Some("other-company"),
            ),
            (
                Numbers {
                    listed: 0,
                    known: 0,
                    removals: 100,
                    allowed: Some(100),
                    ..FINE
                },
                Some("empty"),
            ),
            (
                Numbers {
                    listed: 0,
                    known: 0,
                    active: 0,
                    ..FINE
                },
                Some("empty"),
            ),
            (
                Numbers {
                    known: 0,
                    active: 0,
                    ..FINE
                },
                None,
            ),
            (
                Numbers {
                    known: 0,
                    active: 3,
                    removals: 3,
                    ..FINE
                },
                Some("all-new"),
            ),
            (
                Numbers {
                    known: 0,
                    active: 3,
                    removals: 3,
                    allowed: Some(2),
                    ..FINE
                },
                Some("all-new"),
            ),
            (
                Numbers {
                    known: 0,
                    active: 3,
                    removals: 3,
                    allowed: Some(3),
                    ..FINE
                },
                None,
            ),
        ];
        for (numbers, expected) in table {
            assert_eq!(code(numbers), expected, "{numbers:?}");
        }
    }
}
