"""What the dashboard shows and does, asked of the same desk as every channel."""
