import { defineConfig } from "vitest/config";

// Needs what `npm run executable` makes.
export default defineConfig({
  test: { include: ["test/executable/**/*.test.ts"], testTimeout: 60_000 },
});
