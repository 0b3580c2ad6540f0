import type { ProgramShape, Values } from "./shape.js";

/** The script that completes poam's command line in bash, 3.2 (macOS) and later. */
export function bashCompletion({ flags, commands }: ProgramShape): string {
  const first = [...commands.map(({ name }) => name), ...flags.flatMap(({ names }) => names)];
  return `# Completion of poam for bash, written by: poam completion bash
_poam() {
  local word words=() last
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    # bash parts words at "="; here they are whole.
    last=$((\${#words[@]} - 1))
    if ((last >= 0)) && [[ $word == =* || \${words[last]} == *= ]]; then words[last]+=$word; else words+=("$word"); fi
  done
  last=$((\${#words[@]} - 1))
  local typed=\${words[last]} flag= stem= list= files= pair= after=
  if ((last == 0)); then
    list='${first.join(" ")}'
  else
    ((last > 1)) && flag=\${words[last - 1]}
    case $typed in
      --*=*) flag=\${typed%%=*} stem=\${typed%%=*}= typed=\${typed#*=} ;;
      -*) flag=- ;;
    esac
    case "\${words[0]} $flag" in
${flagCases(commands).join("\n")}
      *)
        case \${words[0]} in
${operandCases(commands).join("\n")}
        esac
        ;;
    esac
  fi
  if [[ -n $pair && $typed == *=* ]]; then
    stem+=\${typed%%=*}= typed=\${typed#*=} list=$after
  elif [[ -n $pair ]]; then
    files=
  fi
  [[ $COMP_WORDBREAKS == *=* ]] && stem=
  COMPREPLY=($(compgen -P "$stem" -W "$list" -- "$typed"))
  [[ -n $files ]] || compopt +o default 2>/dev/null
  return 0
}
complete -o default -F _poam poam
`;
}

type Commands = ProgramShape["commands"];

/** What follows each flag, and the flags themselves behind a dash. Places that take the same share a line. */
function flagCases(commands: Commands): string[] {
  const places = commands.flatMap(({ name, flags }) => [
    ...flags.flatMap(({ names, values }) =>
      values ? names.map((flag) => [`"${name} ${flag}"`, assignments(values)] as const) : [],
    ),
    [`"${name} -"`, `list='${flags.flatMap(({ names }) => names).join(" ")}'`] as const,
  ]);
  return cases(places, "      ");
}

function operandCases(commands: Commands): string[] {
  return cases(
    commands.map(({ name, operands }) => [name, assignments(operands)] as const),
    "          ",
  );
}

function cases(places: readonly (readonly [pattern: string, does: string])[], indent: string): string[] {
  const patterns = new Map<string, string[]>();
  for (const [pattern, does] of places) {
    const same = patterns.get(does);
    if (same) same.push(pattern);
    else patterns.set(does, [pattern]);
  }
  return [...patterns].map(([does, same]) => `${indent}${same.join(" | ")}) ${does} ;;`);
}

function assignments({ words, files, after }: Values): string {
  const parts = [
    ...(words.length > 0 ? [`list='${words.join(" ")}'`] : []),
    ...(files || after?.files ? ["files=1"] : []),
    ...(after ? [`pair=1 after='${after.words.join(" ")}'`] : []),
  ];
  return parts.join(" ") || ":";
}
