//! MaLion: a profile says how its API is asked and how its answers are read as logs.

mod client;
mod closed_hours;
mod error;
mod inspection;
mod pace;
mod page;
mod pointer;
mod profile;
mod question;
mod template;
mod way;

pub use client::{Config, Malion};
pub use closed_hours::ClosedHours;
pub use error::{Error, Malformed, Place, Problem, Refusal};
pub use inspection::{Found, Inspection};
pub use page::{Next, Page, Position};
pub use pointer::Pointer;
pub use profile::{
    Api, Auth, By, Categories, Category, End, Json, Limits, Paging, Profile, ProfileError,
    ProfileProblem, Request, Response, Style,
};
pub use template::Template;
