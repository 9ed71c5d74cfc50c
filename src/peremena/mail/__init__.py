"""Letters: stored before they are sent, so that staff can read what went out."""
