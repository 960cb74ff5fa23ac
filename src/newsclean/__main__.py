"""The command's start: `newsclean` and `python -m newsclean`.

What one page costs is mostly what starting costs, so a call for a single page leaves out two things that only a longer
life needs: walking the tables' many objects for garbage, and taking them all apart at the end.
"""

from __future__ import annotations

import gc
import os
import sys


def run() -> int:
    """Run the command; its exit code."""
    gc.disable()
    from newsclean.cli import COMMANDS, main

    if sys.argv[1:2] and sys.argv[1] in COMMANDS:
        gc.enable()
        return main()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # the reader of a pipe has gone
            code = code or 1
    os._exit(code)


if __name__ == "__main__":
    sys.exit(run())
