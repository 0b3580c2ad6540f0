import json
import os
import resource
import sys

import openpyxl

openpyxl.load_workbook(sys.argv[1])
usage = resource.getrusage(resource.RUSAGE_SELF)
with open(os.environ["BENCH_USAGE"], "w") as file:
    json.dump({"megabytes": usage.ru_maxrss / 1024, "cpu": (usage.ru_utime + usage.ru_stime) * 1000}, file)
