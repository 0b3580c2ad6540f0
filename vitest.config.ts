import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Need LibreOffice and openpyxl, and the executable: `npm run test:interop`, `npm run test:executable`.
    exclude: [...configDefaults.exclude, "test/interop/**", "test/executable/**"],
    testTimeout: 60_000,
    coverage: { include: ["src/**"] },
  },
});
