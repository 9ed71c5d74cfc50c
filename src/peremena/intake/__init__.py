"""From the call to the twelve: applications, the seminar, blind marks, decisions, waiting list.

A *call* opens a cohort to applications. An *application* is a long form (a draft) that somebody
fills in without an account; a *marker* is an expert who reads and marks; a *decision* waits until
staff send all of them together; an *offer* is a place that has come free, for a few days.
"""
