//! MaLion: a profile says how its API is asked and how its answers are read as logs.

mod client;
mod error;
mod fields;
mod page;
mod profile;
mod template;
mod time_format;

pub use client::{Config, Malion};
pub use error::{Error, Malformed, Problem, Refusal};
pub use fields::{Field, Fields, Pointer};
pub use profile::{
    Auth, By, Categories, Category, Paging, Profile, ProfileError, Request, Response, Values,
};
pub use template::Template;
pub use time_format::TimeFormat;
