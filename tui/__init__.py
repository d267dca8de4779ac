"""cssprep: a study app for Pakistan's CSS exam, in a terminal."""

__version__ = "0.1.0"
