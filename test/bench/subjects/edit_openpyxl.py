import json
import os
import resource
import sys

import openpyxl

path, output, edits = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
workbook = openpyxl.load_workbook(path)
sheet = workbook[edits["sheet"]]
for edit in edits["cells"]:
    sheet.cell(edit["row"], edit["column"]).value = edit["text"]
workbook.save(output)
usage = resource.getrusage(resource.RUSAGE_SELF)
with open(os.environ["BENCH_USAGE"], "w") as file:
    json.dump({"megabytes": usage.ru_maxrss / 1024, "cpu": (usage.ru_utime + usage.ru_stime) * 1000}, file)
