"""What tests import is no garbage: the collector waits until `bot/tuning.py` sets it."""

import gc

gc.set_threshold(1_000_000)
