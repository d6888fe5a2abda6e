"""The commands of reviewers, by subject."""
