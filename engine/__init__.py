"""The rules: workflows, runs, handoffs. Pure: no clock, network or database of its own; it knows no other room."""
