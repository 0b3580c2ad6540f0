import type { CommandShape, FlagShape, ProgramShape, Values } from "./shape.js";

/** The script that completes poam's command line in zsh; to be evaluated, or kept as `_poam` in a folder of `fpath`. */
export function zshCompletion({ flags, commands }: ProgramShape): string {
  const functions = new Map<string, string>();
  const functionFor = (values: Values): string => {
    const body = valuesBody(values);
    if (!functions.has(body)) functions.set(body, `_poam_values_${functions.size + 1}`);
    return functions.get(body)!;
  };
  const branches = commands.map((command) => branch(command, functionFor));
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${escaped(summary)}`)}`);
  return `#compdef poam
# Completion of poam for zsh, written by: poam completion zsh
${[...functions].map(([body, name]) => `${name}() {\n${body}\n}`).join("\n")}
_poam() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    [[ $PREFIX == -* ]] && compadd -- ${flags.flatMap(({ names }) => names).join(" ")}
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${branches.join("\n")}
  esac
}
if [[ $funcstack[1] == _poam ]]; then _poam "$@"; else compdef _poam poam; fi
`;
}

function branch({ name, flags, operands }: CommandShape, functionFor: (values: Values) => string): string {
  const specs = [
    ...flags.flatMap((flag) => flagSpecs(flag, functionFor)),
    ...(offersSome(operands) ? [`*:argument:${functionFor(operands)}`] : []),
  ];
  return `    ${name})\n      _arguments -s -S \\\n${specs.map((spec) => `        ${quoted(spec)}`).join(" \\\n")}\n      ;;`;
}

/** One for each name of the flag, which shuts out the other unless it may be repeated. */
function flagSpecs(
  { names, summary, repeatable, values }: FlagShape,
  functionFor: (values: Values) => string,
): string[] {
  return names.map((name) => {
    const before = repeatable ? "*" : names.length > 1 ? `(${names.join(" ")})` : "";
    const joint = values ? (name.startsWith("--") ? "=" : "+") : "";
    const action = values && offersSome(values) ? functionFor(values) : " ";
    return `${before}${name}${joint}[${escaped(summary)}]${values ? `:value:${action}` : ""}`;
  });
}

function offersSome({ words, files }: Values): boolean {
  return words.length > 0 || files;
}

function valuesBody({ words, files, after }: Values): string {
  const lines = [...(words.length > 0 ? [`compadd -- ${words.join(" ")}`] : []), ...(files ? ["_files"] : [])];
  const behind = after ? [`if compset -P '*='; then ${valuesBody(after).trim()}; return; fi`] : [];
  return [...behind, ...lines].map((line) => `  ${line}`).join("\n");
}

function escaped(text: string): string {
  return text.replace(/[\\[\]:]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
