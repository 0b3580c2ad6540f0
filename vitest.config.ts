import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Need LibreOffice and openpyxl, or what takes long to make: `npm run test:interop`, `npm run test:distribution`.
    exclude: [...configDefaults.exclude, "test/interop/**", "test/distribution/**"],
    testTimeout: 60_000,
    coverage: { include: ["src/**"] },
  },
});
