"""Pages of the cohorts room, for the staff of a centre."""
