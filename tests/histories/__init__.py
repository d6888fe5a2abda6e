"""Databases of released versions with requests under way; each must be decidable for ever."""
