import { describe, expect, it } from "vitest";
import { securityCheck } from "../../src/codecs/security-checks.js";

describe("security checks", () => {
  it.each([
    ["SV-230221r743913_rule", "stig-rule"],
    ["sv-40098R2_RULE", "stig-rule"],
    ["V-239904", "stig-group"],
    ["2016-A-0279", "iavm"],
    ["IAVA 2021-B-0012", "iavm"],
    ["19506", "plugin"],
    ["Nessus plugin ID: 19506", "plugin"],
    ["SV-230221", undefined],
    ["CVE-2024-6387", undefined],
    ["RHEL-08-010000", undefined],
    ["", undefined],
  ])("%s is %s", (text, kind) => expect(securityCheck(text)).toBe(kind));
});
