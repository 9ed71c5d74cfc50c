"""Where the boxes of the problem's tree stand in the brief."""

CORE, CAUSES, EFFECTS = "problem.core", "problem.causes", "problem.effects"
