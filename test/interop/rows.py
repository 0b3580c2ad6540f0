"""Prints the rows that Python's csv module reads in a CSV file, as JSON."""

import csv
import json
import sys

csv.field_size_limit(1 << 24)
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    print(json.dumps(list(csv.reader(file, strict=True))))
