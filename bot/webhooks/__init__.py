"""Addresses outside that are told what becomes of handoffs."""
