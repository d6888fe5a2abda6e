"""The API: the desk as programs use it, with a key of their person."""
