//! Chance that is the same in every run: the SplitMix64 sequence of a seed.

pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// One of `0..count`.
    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let count = u64::try_from(count).expect("a count");
        usize::try_from((mixed ^ (mixed >> 31)) % count).expect("below a count")
    }

    pub(super) fn is_heads(&mut self) -> bool {
        self.below(2) == 0
    }
}
