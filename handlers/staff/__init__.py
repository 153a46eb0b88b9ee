"""What agents and supervisors do."""
