"""Pictures of every window: ``python3 dev.py shots [FOLDER]``."""
