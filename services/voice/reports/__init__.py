"""Reports for those who run the shop: what customers say, how they are served."""
