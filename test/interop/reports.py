"""Prints what two readers of other makers find in reports: the cases of a JUnit file (junitparser), the tables of a Markdown file
(markdown-it), both as JSON."""

import json
import sys

from junitparser import JUnitXml
from markdown_it import MarkdownIt

junit, markdown = sys.argv[1:]

suites = [
    {
        "name": suite.name,
        "tests": suite.tests,
        "failures": suite.failures,
        "errors": suite.errors,
        "cases": [
            {
                "name": case.name,
                "result": [type(result).__name__ for result in case.result],
                "lines": (case.system_out or "".join(result.text or "" for result in case.result)).strip().split("\n"),
            }
            for case in suite
        ],
    }
    for suite in JUnitXml.fromfile(junit)
]

parts = []
heading = None
with open(markdown, encoding="utf-8", newline="") as file:
    tokens = MarkdownIt("commonmark").enable("table").parse(file.read())


def text(token):
    return "".join(" " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children)


for before, token in zip(tokens, tokens[1:]):
    if before.type == "heading_open":
        parts.append({"heading": text(token), "rows": []})
    elif before.type == "tr_open":
        parts[-1]["rows"].append([])
    if token.type == "inline" and before.type in ("td_open", "th_open"):
        parts[-1]["rows"][-1].append({"text": text(token), "kinds": sorted({child.type for child in token.children})})

print(json.dumps({"junit": suites, "markdown": parts}))
