"""The parts that carry messages in and out."""
