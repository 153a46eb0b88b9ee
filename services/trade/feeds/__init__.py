"""Catalogue files: read, held against the shop, applied at one moment, written."""
