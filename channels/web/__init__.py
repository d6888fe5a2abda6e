"""The small web server and what it shows; it knows `channels.base` and nothing else of the house."""
