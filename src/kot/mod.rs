//! kot
