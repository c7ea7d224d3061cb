"""How fast ClipReader is, as figures beside the floor of what the same work costs bare.

``python3 dev.py bench`` prints the table. Each measurement runs its floor in the same process run,
by turns, and gives medians: a busy machine slows both, so the ratio stays honest where seconds
do not. Nothing here may import from ``clipreader`` below the operations and the windows: what is
measured is what a person gets.
"""
