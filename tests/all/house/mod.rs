//! The house itself: who may know whom, where is printed, how long a file may be, that none is forgotten, and
//! that README tells the truth in both languages.

mod page;
mod readme;
mod rooms;
mod rules;
mod source;
mod typed;
