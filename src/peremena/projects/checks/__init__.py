"""What an expert would stumble over in a brief: one module a group of rules. Rules advise.

`check(brief, circumstances)` gives all remarks, the most useful first; `shown(remarks)` takes the
few to begin with. A rule that is not sure stays silent: a wrong remark is worse than none.

To add a rule: a function `(case) -> Findings` in the group's module, a line in its `RULES`, and
its words in `texts/ru` and `texts/en` under the same name.
"""

from .checking import START, check
from .contest import ContestFacts
from .order import shown
from .remarks import Finding, Remark, Severity
from .rule import Case, Circumstances, Findings, Paper, Rule

__all__ = [
    "START",
    "Case",
    "Circumstances",
    "ContestFacts",
    "Finding",
    "Findings",
    "Paper",
    "Remark",
    "Rule",
    "Severity",
    "check",
    "shown",
]
