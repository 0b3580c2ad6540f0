import { readAnswer } from "../codecs/answer.js";
import { readAssets } from "../codecs/assets.js";
import type { Asset } from "../model/item.js";
import { dateTime } from "./date-time.js";
import type { Json } from "./json.js";
import { DEVIATIONS, NO_DETECTION, OWN_TOOL } from "./names.js";
import { fedrampProps } from "./props.js";
import type { Writing } from "./write-item.js";

/** When, by whom and where the weakness was found; and why a deviation is asked for, and what waits for a vendor. */
export function observationsOf(writing: Writing): readonly Json[] {
  const { text, day, part, description, definitions, asOf } = writing;
  const source = text("source");
  const identifiers = fedrampProps(
    (text("sourceIdentifier")?.split("\n") ?? []).map((one) => ["vulnerability-id", one]),
  );
  const actor = {
    ...{ type: "tool", "actor-uuid": source === undefined ? OWN_TOOL : definitions.component(source) },
    ...(identifiers.length > 0 && { props: identifiers }),
  };
  const subjects = readAssets(text("assets") ?? "").map((asset) => ({
    ...{ "subject-uuid": definitions.asset(asset.name), type: "inventory-item", title: assetTitle(asset) },
  }));
  const evidence = text("evidence");
  const detectedOn = day("detectedOn");
  const collected = dateTime(detectedOn ?? asOf);
  const found = {
    ...{
      uuid: part("observation"),
      description,
      methods: ["UNKNOWN"],
      types: ["finding"],
      origins: [{ actors: [actor] }],
    },
    ...(subjects.length > 0 && { subjects }),
    ...(evidence !== undefined && { "relevant-evidence": [{ description: evidence }] }),
    collected,
    ...(!detectedOn && { remarks: NO_DETECTION }),
  };
  const deviation = DEVIATIONS.find(({ field }) => !["No", undefined].includes(readAnswer(text(field) ?? "")));
  const rationale = text("deviationRationale");
  const product = text("vendorProduct");
  return [
    found,
    ...(deviation && rationale !== undefined
      ? [{ uuid: part("deviation"), description: rationale, methods: ["UNKNOWN"], types: [deviation.name], collected }]
      : []),
    ...(product === undefined
      ? []
      : [
          {
            ...{ uuid: part("vendor"), description: product, methods: ["UNKNOWN"], types: ["vendor-dependency"] },
            ...{ subjects: [{ "subject-uuid": definitions.component(product), type: "component" }], collected },
          },
        ]),
  ];
}

function assetTitle({ name, port, protocol }: Asset): string {
  return port === undefined ? name : `${name} (${port}${protocol === undefined ? "" : `/${protocol}`})`;
}
