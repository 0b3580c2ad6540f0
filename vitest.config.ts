import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Needs LibreOffice and openpyxl: `npm run test:interop`.
    exclude: [...configDefaults.exclude, "test/interop/**"],
    testTimeout: 60_000,
    coverage: { include: ["src/**"] },
  },
});
