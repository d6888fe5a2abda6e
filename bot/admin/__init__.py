"""What operators can do from a chat: one module per subject, behind one gate."""
