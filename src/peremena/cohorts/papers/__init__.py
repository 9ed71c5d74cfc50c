"""Papers of the cohorts room."""
