import { DuckDBInstance } from "@duckdb/node-api";

/** A row as DuckDB prints it in JSON: days as texts, counts beyond 32 bits as texts of digits. */
export type Row = Readonly<Record<string, unknown>>;

/** A database in memory that finds its files in the folder, and asks for nothing from elsewhere. */
export async function duckdb(folder: string) {
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    threads: "1",
  });
  const connection = await instance.connect();
  await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`);
  return {
    rows: async (sql: string): Promise<readonly Row[]> => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
