//! malion
