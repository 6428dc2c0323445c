"""The errors that users see: each message names the file, the place and the remedy."""


class NieuwsextractError(Exception):
    """Anything that went wrong and that the user can do something about."""


class ReadError(NieuwsextractError):
    """An input that cannot be read as an article."""


class RuleError(NieuwsextractError):
    """A rule file that breaks the schema, or two rules that contradict each other."""


class RunError(NieuwsextractError):
    """A pipeline or a run that cannot start: a model not installed, a component missing."""
