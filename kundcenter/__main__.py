"""python -m kundcenter"""

from __future__ import annotations

import sys


def main() -> int:
    """A frozen program calls itself to ask the keyring; everything else is the command line."""
    if sys.argv[1:] and sys.argv[1].startswith("--keyring"):
        from kundcenter.adapters.keyring_store import CHILD

        if sys.argv[1:] == [CHILD]:
            from kundcenter.adapters.keyring_child import main as answer

            answer()
            return 0
    from kundcenter.cli.main import main as command

    return command()


if __name__ == "__main__":
    sys.exit(main())
