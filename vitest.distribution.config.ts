import { defineConfig } from "vitest/config";

// What those get who do not install the package: needs what `npm run executable` makes, and npm's registry.
export default defineConfig({
  test: { include: ["test/distribution/**/*.test.ts"], testTimeout: 60_000 },
});
