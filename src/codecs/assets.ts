import type { Asset } from "../model/item.js";
import { areAlike } from "./asset-kind.js";
import { isPlaceholder } from "./placeholder.js";

/**
 * The assets of a cell: one a line, or separated by commas or semicolons. An asset with several ports, `host (80/tcp,
 * 443/tcp)`, is given once for each. Placeholders give none. Names keep their case.
 */
export function readAssets(text: string): readonly Asset[] {
  if (PLAIN_NAME.test(text)) return isPlaceholder(text) ? [] : [{ name: text, port: undefined, protocol: undefined }];
  const assets: Asset[] = [];
  for (const entry of assetEntries(text)) {
    if (isPlaceholder(entry)) continue;
    const lonePort = PORT.exec(entry);
    const previous = assets.at(-1);
    if (lonePort?.[2] !== undefined && previous !== undefined) {
      if (previous.port === undefined) assets.pop();
      assets.push({ name: previous.name, ...portOf(lonePort) });
    } else {
      assets.push(...readEntry(entry));
    }
  }
  return assets;
}

/** The entries of a cell, trimmed and without bullets: its lines, parted at commas and semicolons outside of brackets and URLs. */
export function assetEntries(text: string): string[] {
  const entries: string[] = [];
  for (const line of text.split(/[\r\n\v\u2028]+/)) {
    let start = 0;
    let depth = 0;
    let inUrl = false;
    for (let at = 0; at < line.length; at++) {
      const character = line[at];
      if (character === "(" || character === "[" || character === "{") depth++;
      else if (character === ")" || character === "]" || character === "}") depth = Math.max(0, depth - 1);
      else if ((character === "," || character === ";") && depth === 0 && endsEntry(line, at, inUrl)) {
        entries.push(line.slice(start, at));
        start = at + 1;
        inUrl = false;
      } else if (character === ":" && line.startsWith("//", at + 1)) inUrl = true;
    }
    entries.push(line.slice(start));
  }
  return entries.map((entry) => entry.trim().replace(BULLET, "")).filter((entry) => entry !== "");
}

/**
 * The text with each asset on a line of its own, where lines hold several, each line of one kind; undefined where no line
 * does, or the assets would no longer be the same.
 */
export function assetsByLine(text: string): string | undefined {
  const lines = text.split(/[\r\n]+/);
  const parted = lines.map((line) => (holdsSeveral(line) ? assetEntries(line).join("\n") : line)).join("\n");
  const isSame = () => JSON.stringify(readAssets(parted)) === JSON.stringify(readAssets(text));
  const several = lines.filter(holdsSeveral);
  return several.length > 0 && several.every((line) => areAlike(assetEntries(line))) && isSame() ? parted : undefined;
}

/** Whether commas or semicolons part several assets on that line, each a host name, address or URL with its ports. */
export function holdsSeveral(line: string): boolean {
  const entries = /[,;]/.test(line) ? assetEntries(line) : [];
  return entries.length > 1 && entries.every((entry) => IDENTIFIER.test(entry));
}

/** A comma inside a URL is part of it, unless a blank or the next URL follows. */
function endsEntry(line: string, at: number, inUrl: boolean): boolean {
  const next = line[at + 1];
  return !inUrl || next === undefined || next === " " || next === "\t" || URL_START.test(line.slice(at + 1, at + 20));
}

function readEntry(entry: string): Asset[] {
  if (entry.endsWith(")")) {
    const open = entry.lastIndexOf("(");
    const name = entry.slice(0, Math.max(0, open)).trim();
    const ports = open > 0 ? readPorts(entry.slice(open + 1, -1)) : undefined;
    if (name !== "" && ports !== undefined) return ports.map((port) => ({ name, ...port }));
  }
  const blank = entry.lastIndexOf(" ");
  const last = blank === -1 ? null : PORT.exec(entry.slice(blank + 1));
  if (last?.[2] !== undefined)
    return [
      {
        name: entry
          .slice(0, blank)
          .trim()
          .replace(/ ?[-:]$/, ""),
        ...portOf(last),
      },
    ];
  const colon = entry.lastIndexOf(":");
  if (colon > 0 && !entry.includes("://")) {
    const host = entry.slice(0, colon);
    const port = PORT.exec(entry.slice(colon + 1));
    if (port !== null && isHost(host, port[2] !== undefined)) {
      return [{ name: host.replace(/^\[([^\]]*)\]$/, "$1"), ...portOf(port) }];
    }
  }
  return [{ name: entry, port: undefined, protocol: undefined }];
}

/** Whether what precedes `:443` is a host rather than an unbracketed IPv6 address, an image's name or a digest's algorithm. */
function isHost(host: string, hasProtocol: boolean): boolean {
  if (host.startsWith("[")) return host.endsWith("]");
  return !host.includes(":") && (hasProtocol || !/[/@\s]/.test(host));
}

interface Port {
  readonly port: number | undefined;
  readonly protocol: string | undefined;
}

/** The ports in brackets, or undefined if anything else is in them. */
function readPorts(text: string): Port[] | undefined {
  if (text.length > 2000) return undefined;
  const ports: Port[] = [];
  for (const part of text.split(/[,;&]/)) {
    const port = PORT.exec(part.trim().replace(/^ports?:? ?/i, ""));
    if (port !== null) {
      ports.push(portOf(port));
      continue;
    }
    const turned = PROTOCOL_FIRST.exec(part.trim());
    if (turned === null || Number(turned[2]) > 65_535) return undefined;
    ports.push({ port: Number(turned[2]), protocol: turned[1]!.toLowerCase() });
  }
  return ports;
}

function portOf(match: RegExpExecArray): Port {
  return { port: Number(match[1]), protocol: match[2]?.toLowerCase() };
}

const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** One word that has a digit or a point in it, and is no port itself. */
const IDENTIFIER = /^(?!\d{1,5}(?:\/(?:tcp|udp))?$)[^\s.\d]{0,200}[.\d]\S*(?: ?\([^()]*\))?$/i;
const URL_START = /^[a-z][a-z0-9+.-]{0,15}:\/\//i;
const BULLET = /^(?:[-*•–]\s+|•)/;
/** A port number, 0 to 65535, and its protocol. A single digit alone is rather a version or a tag. */
const PORT =
  /^(6553[0-5]|655[0-2]\d|65[0-4]\d{2}|6[0-4]\d{3}|[1-5]\d{4}|\d{2,4}|\d(?=\s*\/))(?:\s*\/\s*(tcp|udp|sctp|icmp))?$/i;
const PROTOCOL_FIRST = /^(tcp|udp|sctp)[\s/:-]{1,2}(\d{1,5})$/i;
