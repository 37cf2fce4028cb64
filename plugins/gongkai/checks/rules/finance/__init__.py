"""F: budgets and final accounts."""
