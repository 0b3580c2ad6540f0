import { BASELINES, type Baseline, controlsOf } from "../catalogs/baselines.js";
import { findControl } from "../catalogs/find-control.js";
import { eachControl } from "./control-columns.js";
import { type Context, eachItemOf, rule } from "./rule.js";

const FEDRAMP = { header: "fedramp-r5-" };

export default rule({
  id: "control-outside-baseline",
  summary: "A control that the system's baseline does not have",
  why: "A system is assessed against its baseline. A weakness of a control outside of it belongs to no assessed control, unless the system took that control on besides.",
  help: "Name the baseline's control that is not met. If the system has tailored the control in, allow this finding with that reason.",
  severity: "warning",
  options: {
    header: {
      summary:
        "what precedes the header block's impact level in a baseline's name; blank: only the configured baseline counts",
      default: "",
    },
  },
  examples: [
    { title: "no baseline is known", rows: { id: "V-1", controls: "PM-3" } },
    {
      title: "of the header's impact level",
      options: FEDRAMP,
      rows: [
        { id: "V-1", controls: "AC-2, AC-2(1), SI-4(4)" },
        { id: "V-2", controls: "AC-2(11), PM-3" },
      ],
      says: ["AC-2(11) is not in the baseline fedramp-r5-moderate", "PM-3 is not in the baseline fedramp-r5-moderate"],
    },
    {
      title: "the configured baseline goes before the header's",
      options: FEDRAMP,
      system: { baseline: "fedramp-r5-high" },
      rows: { id: "V-1", controls: "AC-2(11)" },
    },
    {
      title: "what is in no catalogue or withdrawn is another rule's",
      options: FEDRAMP,
      rows: { id: "V-1", controls: "AC-99, AC-2(10), SA-12" },
    },
    {
      title: "an unknown impact level",
      options: FEDRAMP,
      header: { impactLevel: "Medium" },
      rows: { id: "V-1", controls: "PM-3" },
    },
  ],
  check: eachItemOf((context) => {
    const baseline = baselineOf(context);
    if (!baseline) return undefined;
    const controls = controlsOf(baseline);
    const revision = baseline.includes("-r4-") ? 4 : 5;
    return (item) =>
      eachControl(item, ({ id, scheme }) => {
        if (!id || !scheme.startsWith("800-53") || controls.has(id)) return undefined;
        const found = findControl("800-53", id, revision);
        return found && !found.withdrawn ? `${id} is not in the baseline ${baseline}` : undefined;
      });
  }),
});

function baselineOf({ poam, system, option }: Context): Baseline | undefined {
  const level = poam.header.find(({ field, filled }) => field === "impactLevel" && filled)?.value.value;
  const prefix = option("header") as string;
  const name = system.baseline ?? (level && prefix ? prefix + level.trim().toLowerCase() : undefined);
  return BASELINES.find((baseline) => baseline === name);
}
