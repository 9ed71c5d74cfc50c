"""Papers of the intake: the notice of a call on one page."""
