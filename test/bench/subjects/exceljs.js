import exceljs from "exceljs";

await new exceljs.Workbook().xlsx.readFile(process.argv[2]);
