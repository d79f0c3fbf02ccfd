//! Commands of a person whose disk fails from any step on: all is done or nothing is, and once more does it.
