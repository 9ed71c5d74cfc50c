"""Teams and the workshop, in which a project grows section by section; its checks."""
