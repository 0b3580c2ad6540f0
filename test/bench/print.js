/** Wall and CPU time in milliseconds, peak memory, and what there is to note of it; a subject a line. */
export function printTable(results) {
  const rows = results.map((result) => [
    result.file,
    result.name,
    result.timedOut ? `> ${result.limit / 1000} s` : result.failed ? "failed" : milliseconds(result.wall),
    result.cpu === undefined ? "" : milliseconds(result.cpu),
    result.megabytes === undefined ? "" : `${Math.round(result.megabytes)} MB`,
    `${result.runs}×`,
    result.note ?? "",
  ]);
  const table = [["workbook", "subject", "wall", "cpu", "memory", "runs", "note"], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    console.log(
      row
        .map((text, column) => (column < 2 || column > 5 ? text.padEnd(widths[column]) : text.padStart(widths[column])))
        .join("  ")
        .trimEnd(),
    );
  }
  for (const { file, name, failed } of results) if (failed) console.log(`${name} on ${file}: ${failed}`);
}

/** Each aim with what was measured; aims whose subjects were left out are not shown. */
export function printAims(results, starts) {
  console.log("\naims");
  for (const [text, value, limit, unit] of aims(results, starts)) {
    if (value === undefined || Number.isNaN(value)) continue;
    const met = value <= limit ? "met   " : "MISSED";
    console.log(
      `${met}  ${text}: ${value.toFixed(unit === "×" ? 3 : 0)} ${unit} (at most ${limit.toFixed(unit === "×" ? 3 : 0)})`,
    );
  }
  if (starts?.failed) console.log(`poam --version: ${starts.failed}`);
}

function aims(results, starts) {
  const of = (file, name) => results.find((result) => result.file === file && result.name === name && !result.failed);
  const ratio = (file, name) => of(file, "poam")?.wall / of(file, name)?.wall;
  const cpu = (file, name) => ` (by CPU time ${(of(file, "poam")?.cpu / of(file, name)?.cpu).toFixed(2)} ×)`;
  const [ten, hundred, form] = ["10,000 items", "100,000 items", "million-row form"];
  const [tenEdited, hundredEdited] = [`${ten}, edited`, `${hundred}, edited`];
  const perItem = (file) => of(file, "poam")?.wall / of(file, "poam")?.items;
  return [
    [`10,000 items: lint against the floor${cpu(ten, "floor")}`, ratio(ten, "floor"), 4, "×"],
    [`10,000 items: lint against exceljs' load${cpu(ten, "exceljs")}`, ratio(ten, "exceljs"), 1 / 5, "×"],
    ["10,000 items: memory", of(ten, "poam")?.megabytes, 120, "MB"],
    [`100,000 items: lint against exceljs' load${cpu(hundred, "exceljs")}`, ratio(hundred, "exceljs"), 1 / 7, "×"],
    ["100,000 items: memory", of(hundred, "poam")?.megabytes, 400, "MB"],
    ["100,000 items: time an item against that of 10,000", perItem(hundred) / perItem(ten), 1.1, "×"],
    ["million-row form: wall", of(form, "poam")?.wall, 2000, "ms"],
    ["million-row form: memory", of(form, "poam")?.megabytes, 200, "MB"],
    [
      `10,000 items: 100 cells against exceljs' load and save${cpu(tenEdited, "exceljs")}`,
      ratio(tenEdited, "exceljs"),
      1 / 12,
      "×",
    ],
    ["10,000 items: memory for 100 cells", of(tenEdited, "poam")?.megabytes, 130, "MB"],
    [
      `100,000 items: 100 cells against exceljs' load and save${cpu(hundredEdited, "exceljs")}`,
      ratio(hundredEdited, "exceljs"),
      1 / 30,
      "×",
    ],
    ["100,000 items: memory for 100 cells", of(hundredEdited, "poam")?.megabytes, 250, "MB"],
    ...[`${ten}, reported`, `${ten}, all late`].flatMap((file) => reportAims(file, (name) => of(file, name))),
    ...convertAims("real register, converted", (name) => of("real register, converted", name)),
    ["poam --version beyond bare node", starts && !starts.failed ? starts.version - starts.bare : undefined, 15, "ms"],
  ];
}

/** Against lint of the same workbook on the same day; a spreadsheet has leave to take what writing its cells takes besides. */
function reportAims(file, of) {
  const beyondLint = (name, key) => of(name)?.[key] - of("poam")?.[key];
  const onExceljs = (key) => beyondLint("report xlsx", key) / of("exceljs")?.[key];
  const texts = ["status", "report markdown", "report html", "report json"].map((name) => {
    const onLint = (key) => of(name)?.[key] / of("poam")?.[key];
    return [`${file}: ${name} against lint (by CPU time ${onLint("cpu").toFixed(2)} ×)`, onLint("wall"), 1.5, "×"];
  });
  const xlsx = `${file}: report xlsx beyond lint, against exceljs writing as many cells (by CPU time ${onExceljs("cpu").toFixed(2)} ×)`;
  return [...texts, [xlsx, onExceljs("wall"), 1.5, "×"]];
}

/** Against lint of the same workbook; a new workbook has leave to take what writing its cells takes besides. */
function convertAims(file, of) {
  const targets = ["convert to csv", "convert to json", "convert to oscal", "convert to ver", "convert --into"];
  const onLint = (name, key) => of(name)?.[key] / of("poam")?.[key];
  const beyondLint = (key) => (of("convert to xlsx")?.[key] - of("poam")?.[key]) / of("exceljs")?.[key];
  return [
    ...targets.map((name) => [
      `${file}: ${name} against lint (by CPU time ${onLint(name, "cpu").toFixed(2)} ×)`,
      onLint(name, "wall"),
      2,
      "×",
    ]),
    [
      `${file}: convert to xlsx beyond lint, against exceljs writing as many cells (by CPU time ${beyondLint("cpu").toFixed(2)} ×)`,
      beyondLint("wall"),
      1.5,
      "×",
    ],
  ];
}

function milliseconds(value) {
  return `${Math.round(value).toLocaleString("en")} ms`;
}
