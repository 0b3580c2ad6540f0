import { expect, it } from "vitest";
import { apiOf } from "./reference/api.js";

// A change here is a change for everybody who imports poam: CONTRIBUTING.md says what may change when.
it("the library exports what it did", () => expect(apiOf("dist")).toMatchFileSnapshot("reference/api.d.ts.txt"));

it("every value that is declared is there, and nothing else", async () => {
  const declared = [...apiOf("dist").matchAll(/^export declare (?:function|const|class) (\w+)/gm)].map(
    ([, name]) => name,
  );
  expect(declared.length).toBeGreaterThan(20);
  const library = new URL("../dist/index.js", import.meta.url).href;
  expect(Object.keys(await import(/* @vite-ignore */ library)).sort()).toEqual(declared.sort());
});
