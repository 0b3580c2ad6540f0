import type { CommandShape, FlagShape, ProgramShape, Values } from "./shape.js";

/** The script that completes poam's command line in fish, 3.0 and later. Behind `id=` it offers nothing. */
export function fishCompletion({ flags, commands }: ProgramShape): string {
  const lines = [
    ...commands.map(({ name, summary }) => complete(FIRST, ["-f", "-a", name, "-d", quoted(summary)])),
    ...flags.map((flag) => complete(FIRST, flagParts(flag))),
    ...commands.flatMap(commandLines),
  ];
  return `# Completion of poam for fish, written by: poam completion fish
function __poam_first --description 'Whether the command is still to come'
    test (count (commandline -opc)) -eq 1
end
function __poam_is --description 'Whether this is the command'
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test $words[2] = $argv[1]
end
${lines.join("\n")}
`;
}

const FIRST = "__poam_first";

function commandLines({ name, flags, operands }: CommandShape): string[] {
  const here = quoted(`__poam_is ${name}`);
  return [
    ...flags.map((flag) => complete(here, flagParts(flag))),
    ...(operands.files && operands.words.length === 0 ? [] : [complete(here, valueParts(operands))]),
  ];
}

function complete(condition: string, parts: readonly string[]): string {
  return ["complete", "-c", "poam", "-n", condition, ...parts].join(" ");
}

function flagParts({ names, summary, values }: FlagShape): string[] {
  const named = names.flatMap((name) => (name.startsWith("--") ? ["-l", name.slice(2)] : ["-s", name.slice(1)]));
  return [...named, ...(values ? ["-r", ...valueParts(values)] : []), "-d", quoted(summary)];
}

function valueParts({ words, files }: Values): string[] {
  return [files ? "-F" : "-f", ...(words.length > 0 ? ["-a", quoted(words.join(" "))] : [])];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
