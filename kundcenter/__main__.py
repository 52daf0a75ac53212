"""python -m kundcenter"""

from __future__ import annotations

import sys

from kundcenter.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
