"""What a person can agree to, and what they can say; plain words, without a database."""

# What a person is asked for, each apart. SERVICE is answering and orders: told, never asked.
SERVICE, MEMORY, NEWS, PROFILING = "service", "memory", "news", "profiling"
OPTIONAL = (MEMORY, NEWS, PROFILING)
TOLD, GIVEN, REFUSED, WITHDRAWN = "told", "given", "refused", "withdrawn"

# Whose place in the life cycle is stored: of those who agreed, or of all who did not refuse.
CONSENT, UNLESS_REFUSED = "consent", "unless_refused"
PEOPLE = (CONSENT, UNLESS_REFUSED)
