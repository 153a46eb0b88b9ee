"""Consents, the gate before what the shop starts, one's own data."""
