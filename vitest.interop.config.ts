import { defineConfig } from "vitest/config";

// Other programs open what we write: LibreOffice and openpyxl must be there.
export default defineConfig({
  test: { include: ["test/interop/**/*.test.ts"], testTimeout: 60_000 },
});
