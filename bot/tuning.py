"""How the interpreter serves a program with one busy loop and a few busy threads."""

import gc
import sys

SWITCH = 0.0005
YOUNG = 20_000


def tune() -> None:
    """Call once everything long-lived is built.

    A thread that computes keeps the interpreter for 5 ms at a time by default, and the loop
    asks for it back after every statement and every write to a socket: half a millisecond
    keeps answers quick. What was built at the start lives until the end and is not searched
    for garbage again and again.
    """
    sys.setswitchinterval(SWITCH)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 50)
