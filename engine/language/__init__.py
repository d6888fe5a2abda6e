"""What authors write inside a field: placeholders, values, arguments and conditions."""
