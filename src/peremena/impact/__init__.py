"""What came of it: the ledger of money, totals and the public page of results."""
