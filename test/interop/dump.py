"""Prints all that openpyxl sees in the workbooks of a folder, one a line: a JSON object with its file's name."""

import datetime
import json
import os
import re
import sys
import warnings

import openpyxl
from openpyxl.utils.datetime import to_excel

warnings.simplefilter("ignore")


def value_of(cell, epoch):
    value = cell.value
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return round(to_excel(value, epoch), 6)
    if hasattr(value, "ref"):  # array and data table formulas
        return [value.ref, getattr(value, "text", None) or sorted(map(str, dict(value).items()))]
    if cell.data_type == "f":  # openpyxl folds blanks where it works out what a shared formula is for a cell
        return re.sub(" +", " ", value)
    return value


def sheet_of(sheet, epoch):
    cells, links, comments = {}, {}, {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                cells[cell.coordinate] = [cell.data_type, value_of(cell, epoch), cell.number_format]
            if cell.hyperlink:
                links[cell.coordinate] = [cell.hyperlink.target, cell.hyperlink.location, cell.hyperlink.tooltip]
            if cell.comment:
                comments[cell.coordinate] = cell.comment.text
    tables = getattr(sheet, "tables", {})
    validations = [[str(one.sqref), one.type, one.formula1, one.formula2] for one in sheet.data_validations.dataValidation]
    return {
        "state": sheet.sheet_state,
        "merged": sorted(map(str, sheet.merged_cells.ranges)),
        "validations": sorted(validations, key=str),
        "formats": sorted(str(one.sqref) for one in sheet.conditional_formatting),
        "tables": sorted([name, tables[name].ref] for name in tables),
        "filter": sheet.auto_filter.ref,
        "protected": bool(sheet.protection.sheet),
        "links": links,
        "comments": comments,
        "drawings": [len(sheet._charts), len(sheet._images), len(sheet._pivots)],
        "print": [str(sheet.print_area), str(sheet.print_title_rows)],
        "cells": cells,
    }


def names_of(book):
    names = book.defined_names
    if hasattr(names, "definedName"):  # openpyxl before 3.1 keeps the sheets' names with the workbook's
        named = names.definedName
    else:
        named = [*names.values(), *(one for sheet in book.worksheets for one in sheet.defined_names.values())]
    return sorted(([one.name, one.localSheetId, one.attr_text] for one in named), key=str)


def book_of(path):
    try:
        book = openpyxl.load_workbook(path)
        return {"sheets": {sheet.title: sheet_of(sheet, book.epoch) for sheet in book.worksheets}, "names": names_of(book)}
    except Exception as error:  # whatever stops the reader is what is to be told
        return {"error": f"{type(error).__name__}: {error}"}


for name in sorted(os.listdir(sys.argv[1])):
    print(json.dumps({"name": name, **book_of(os.path.join(sys.argv[1], name))}))
