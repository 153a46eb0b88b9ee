"""Selling: the catalogue, carts, orders, payments, returns."""
