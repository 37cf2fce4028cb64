"""Reports for those who answer for disclosure: annual report, bulletin, self-check, ledger, notice board. Never public."""
