"""The real program killed, cut off and fed with poison: what must hold, holds."""
