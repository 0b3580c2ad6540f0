import { UserError } from "../../model/user-error.js";
import { redactedScore, type ScoreReporter } from "../../reporters/score-run.js";
import { score } from "../../score.js";
import { poamOpener } from "../checker.js";
import { paintFor } from "../color.js";
import { failureOf } from "../errors.js";
import { expandInputs } from "../inputs.js";
import type { Session } from "../program.js";
import { type SettingFlags, settingsFor } from "../settings.js";
import { packageFacts } from "../version.js";

export interface ScoreFlags extends SettingFlags {
  readonly format: keyof typeof FORMATS;
  readonly level?: "2" | "3";
  readonly color?: boolean;
}

const FORMATS = {
  pretty: async () => (await import("../../reporters/score-pretty.js")).scorePretty,
  json: async () => (await import("../../reporters/score-json.js")).scoreJson,
  markdown: async () => (await import("../../reporters/score-markdown.js")).scoreMarkdown,
} as const satisfies Record<string, () => Promise<ScoreReporter>>;

/** `poam score`: what the open items leave of the score, and whether a Conditional status can be had. */
export async function scoreCommand(session: Session, file: string, flags: ScoreFlags): Promise<number> {
  const { host } = session;
  const inputs = await expandInputs([file], host);
  const [input] = inputs;
  if (!input || inputs.length > 1) throw new UserError("usage", `${file} is several workbooks: give one to be scored.`);
  const settings = await settingsFor([input], flags, session);
  const open = await poamOpener(session, settings, () => {});
  try {
    const { poam, options } = await open(input);
    const level = flags.level && { level: Number(flags.level) as 2 | 3 };
    const result = { path: input.path, template: poam.template.id, score: score(poam, { ...options, ...level }) };
    const reporter = await FORMATS[flags.format]();
    await host.stdout.write(
      await reporter(settings.of(input).redact ? redactedScore(result) : result, {
        version: packageFacts().version,
        paint: await paintFor(host.stdout, host, flags.color),
        width: host.stdout.columns ?? 100,
      }),
    );
  } catch (error) {
    throw failureOf(error, input.path).failure;
  }
  return 0;
}
