"""The rooms beyond the counter and selling, in the order in which they are heard."""

from handlers.privacy import routers as privacy
from handlers.profile import routers as profile
from handlers.segments import routers as segments
from handlers.voice import routers as voice

ROOMS = (privacy, voice, profile, segments)
