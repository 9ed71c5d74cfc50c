"""Programmes, cohorts and who is enrolled in them: the school itself."""
