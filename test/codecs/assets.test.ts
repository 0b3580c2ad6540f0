import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assetShorthand } from "../../src/codecs/asset-shorthand.js";
import { readAssets } from "../../src/codecs/assets.js";
import { HOSTILE } from "./hostile.js";

describe("readAssets", () => {
  it.each([
    ["server-01", ["server-01"]],
    [
      "172.246.15.3 (80/TCP)\nhttp://vuln.gov/queries\n172.246.16.17 (80/tcp)",
      ["172.246.15.3 80 tcp", "http://vuln.gov/queries", "172.246.16.17 80 tcp"],
    ],
    ["host:443/tcp", ["host 443 tcp"]],
    ["db01:1433", ["db01 1433"]],
    ["host 8080/udp", ["host 8080 udp"]],
    ["a (80/tcp, 443/tcp)", ["a 80 tcp", "a 443 tcp"]],
    ["a (port 443)", ["a 443"]],
    ["a (tcp/443)", ["a 443 tcp"]],
    ["10.0.0.1, 443/tcp", ["10.0.0.1 443 tcp"]],
    ["a,b;c, d", ["a", "b", "c", "d"]],
    ["- a\r\n• b\n\n* c", ["a", "b", "c"]],
    ["https://x.example/a,b?c;d, https://y.example:8443/", ["https://x.example/a,b?c;d", "https://y.example:8443/"]],
    ["fe80::1", ["fe80::1"]],
    ["2001:db8::1 (443/tcp)", ["2001:db8::1 443 tcp"]],
    ["[fe80::1]:443", ["fe80::1 443"]],
    ["Example Firewall (Cisco)", ["Example Firewall (Cisco)"]],
    ["redis:7", ["redis:7"]],
    ["registry.example/app:1.2", ["registry.example/app:1.2"]],
    ["sha256:1234abcd", ["sha256:1234abcd"]],
    ["arn:aws:s3:::bucket", ["arn:aws:s3:::bucket"]],
    ["10.0.0.1:99999", ["10.0.0.1:99999"]],
    ["N/A", []],
    ["", []],
  ])("%j", (text, expected) => {
    const shown = readAssets(text).map(({ name, port, protocol }) =>
      [name, port, protocol].filter((part) => part !== undefined),
    );
    expect(shown.map((parts) => parts.join(" "))).toEqual(expected);
  });

  it("reads back host names and ports, one a line", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?(\.example)?$/);
    const asset = fc.record({
      name,
      port: fc.integer({ min: 1, max: 65535 }),
      protocol: fc.constantFrom("tcp", "udp"),
    });
    fc.assert(
      fc.property(fc.array(asset), (assets) => {
        expect(readAssets(assets.map((one) => `${one.name} (${one.port}/${one.protocol})`).join("\n"))).toEqual(assets);
      }),
    );
  });

  it("reads anything", () => {
    fc.assert(fc.property(fc.string(), (text) => void readAssets(text)));
    for (const text of HOSTILE) readAssets(text);
  });
});

describe("assetShorthand", () => {
  it.each([
    ["Various", "Various"],
    ["Multiple (12) hosts", "Multiple (12) hosts"],
    ["all servers", "all servers"],
    ["All Windows servers in production", "All Windows servers in production"],
    ["15 servers", "15 servers"],
    ["The entire environment", "The entire environment"],
    ["System-wide", "System-wide"],
    ["TBD", "TBD"],
    ["See attached", "See attached"],
    ["web tier (see inventory)", "web tier (see inventory)"],
    ["web-01, web-02, etc.", "etc."],
    ["web-01 and others", "web-01 and others"],
    ["web-01 + 5 more", "web-01 + 5 more"],
    ["web-01...", "web-01..."],
    ["10.0.0.1-10.0.0.50", "10.0.0.1-10.0.0.50"],
    ["web-01\n10.0.0.1 to 10.0.0.50", "10.0.0.1 to 10.0.0.50"],
    ["10.0.0.1-50", "10.0.0.1-50"],
    ["10.0.0.0/24", "10.0.0.0/24"],
    ["fe80::/64", "fe80::/64"],
    ["10.0.0.x", "10.0.0.x"],
    ["*.example.com", "*.example.com"],
    ["server[01-10]", "server[01-10]"],
    ["web{1,2}", "web{1,2}"],
    ["web01-web10", "web01-web10"],
    ["web01 to web10", "web01 to web10"],
  ])("%j", (text, shorthand) => expect(assetShorthand(text)).toBe(shorthand));

  it.each([
    "all-in-one-printer-01",
    "multiple-choice-app",
    "seeker01",
    "See-Saw",
    "All Saints portal",
    "Example Firewall",
    "3 Com switch",
    "http://a.example/b-c?x=*",
    "http://10.0.0.1-10.0.0.50.example/",
    "10.0.0.5/24",
    "10.0.0.0/32",
    "10.0.0.1 - 443/tcp",
    "10.0.0.1 - web server",
    "172.246.15.3 (80/TCP)\nhttp://vuln.gov/queries",
    "[::1]:443",
    "ip-10-0-1-5.ec2.internal",
    "db01-web02",
    "web01-02",
    "libfoo-1.2.3.4-5",
    "arn:aws:s3:::bucket/*",
    "N/A",
    "",
  ])("not %j", (text) => expect(assetShorthand(text)).toBeUndefined());

  it("reads anything", () => {
    for (const text of HOSTILE) assetShorthand(text);
  });
});
