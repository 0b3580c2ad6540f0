import type { Json } from "./json.js";
import { OWN_TOOL } from "./names.js";
import { fits } from "./props.js";
import { uuidV5 } from "./uuid.js";

/** What the items of a document share and refer to: tools and products, assets and people, each once. */
export interface Definitions {
  readonly component: (title: string) => string;
  readonly asset: (name: string) => string;
  /** Undefined for a name that OSCAL's schema does not let a party have. */
  readonly party: (name: string) => string | undefined;
  readonly nameOf: (uuid: string) => string | undefined;
  readonly local: (tool: string) => Json;
  /** The parties and roles of the metadata, with the organization that the POA&M is for. */
  readonly parties: (organization: string | undefined) => Json;
}

export function newDefinitions(namespace: string): Definitions {
  const names = new Map<string, string>();
  const uuids = {
    component: new Map<string, string>(),
    asset: new Map<string, string>(),
    party: new Map<string, string>(),
  };
  const define = (kind: keyof typeof uuids, name: string): string => {
    let uuid = uuids[kind].get(name);
    if (uuid === undefined) {
      uuid = uuidV5(namespace, `${kind} ${name}`);
      uuids[kind].set(name, uuid);
      names.set(uuid, name);
    }
    return uuid;
  };
  return {
    component: (title) => define("component", title),
    asset: (name) => define("asset", name),
    party: (name) => (fits(name) ? define("party", name) : undefined),
    nameOf: (uuid) => names.get(uuid),
    local(tool) {
      const components = [[tool, OWN_TOOL], ...uuids.component].map(([title, uuid]) => ({
        ...{ uuid, type: "software", title, description: title, status: { state: "operational" } },
      }));
      const items = [...uuids.asset].map(([name, uuid]) => ({
        ...{ uuid, description: name },
        ...(fits(name) && { props: [{ name: "asset-id", value: name }] }),
      }));
      return { components, ...(items.length > 0 && { "inventory-items": items }) };
    },
    parties(organization) {
      const people = [...uuids.party].map(([name, uuid]) => ({ uuid, type: "person", name }));
      const isNamed = organization !== undefined && fits(organization);
      const uuid = uuidV5(namespace, `organization ${organization}`);
      const all = isNamed ? [{ uuid, type: "organization", name: organization }, ...people] : people;
      return {
        ...(isNamed && { roles: [{ id: "prepared-for", title: "Prepared For" }] }),
        ...(all.length > 0 && { parties: all }),
        ...(isNamed && { "responsible-parties": [{ "role-id": "prepared-for", "party-uuids": [uuid] }] }),
      };
    },
  };
}
