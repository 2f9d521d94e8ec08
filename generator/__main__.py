"""`python -m generator`."""

import gc
import sys

# Records refer to one another but hardly ever in circles: looking for circles among half a million
# objects that stay would take a fifth of a check's time.
gc.set_threshold(500_000, 50, 100)

from generator.cli.parser import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
