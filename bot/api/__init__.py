"""What programs see and do with a key of their person, and what addresses are told, asked of the same desk."""
