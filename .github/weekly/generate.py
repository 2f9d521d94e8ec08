"""Writes the pages that MkDocs would build, for another builder; by the weekly workflow only.

`generate.py DATA DOCS`: from the records in DATA to Markdown and data files below DOCS.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from generator.cli.clock import hong_kong_day
from generator.cli.report import report
from generator.messages.problem import has_errors
from generator.pipeline.generate import generate

if __name__ == "__main__":
    data, docs = map(Path, sys.argv[1:])
    today = hong_kong_day()
    report(problems := generate(data, docs, today, "http://127.0.0.1:8000/", today))
    sys.exit(has_errors(problems))
