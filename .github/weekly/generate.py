"""Writes the pages that MkDocs would build, for another builder; by the weekly workflow only.

`generate.py DATA DOCS`: from the records in DATA to Markdown and data files below DOCS.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from generator.clock import hong_kong_day
from generator.generate import generate
from generator.problem import stops
from generator.report import report

if __name__ == "__main__":
    data, docs = map(Path, sys.argv[1:])
    report(problems := generate(data, docs, hong_kong_day(), "http://127.0.0.1:8000/"))
    sys.exit(stops(problems))
