"""What a team would write for its own use: one folder per use case, with its workflow and the servers it calls."""
