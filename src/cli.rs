//! The whole command line as plain data.
