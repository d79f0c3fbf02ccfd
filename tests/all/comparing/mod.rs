//! What an administrator and payroll compare: PC logs, punches and what KING OF TIME shows.

mod scale;
