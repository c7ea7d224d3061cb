"""Where the bundle begins: PyInstaller needs a script, and the package has a module.

``freeze_support`` comes before anything else: the process that reads articles is this program
started again, and must not open a second window.
"""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from clipreader.__main__ import main

    sys.exit(main())
