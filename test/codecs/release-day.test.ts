import { expect, it } from "vitest";
import { releaseDay } from "../../src/codecs/release-day.js";

it.each<[string, string | undefined]>([
  ["Release date: 2026-03-01", "2026-03-01"],
  ["The patch was released on 03/01/2026.", "2026-03-01"],
  ["Vendor released the fix on 2026-05-01", "2026-05-01"],
  ["Asked again. Acme released version 3.1.2 of its firmware on 2026-05-01, see the notes.", "2026-05-01"],
  ["The fix was released by the vendor on 2026-05-01", "2026-05-01"],
  ["The fix has not been released by the vendor on 2026-05-01", undefined],
  ["The vendor has not released the fix on 2026-05-01", undefined],
  ["Vendor hasn't released the fix; asked on 2026-05-01", undefined],
  ["The fix will be released by the vendor on 2026-05-01", undefined],
  ["Fix expected to be released by Acme on 2026-05-01", undefined],
  ["Released by the vendor. Installed on 2026-05-01", undefined],
  ["The fix released by the vendor was installed on 2026-05-01", undefined],
  ["Vendor released the fix and we asked on 2026-05-01", undefined],
  ["Vendor released an advisory on 2026-05-01", undefined],
  ["Vendor released the fix, tested on 2026-05-01", undefined],
])("%s", (remark, day) => {
  expect(releaseDay(remark)).toBe(day);
});
