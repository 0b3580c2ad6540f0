import type { KevItem, Note, VendorDependency } from "../model/report.js";
import type { Changes } from "../model/report-changes.js";
import type { Trigger } from "../model/report-triggers.js";
import type { Entry } from "./entry.js";
import { pendingOf } from "./lists.js";
import type { MonthOf } from "./months.js";

export interface Noted {
  readonly open: readonly Entry[];
  readonly months: readonly MonthOf[];
  readonly vendorDependencies: readonly VendorDependency[];
  readonly kev: readonly KevItem[];
  readonly changes: Changes | undefined;
  readonly triggers: readonly Trigger[];
  readonly late: string;
}

/**
 * Items of Note, as FedRAMP's monthly executive summary lists them (2018-01-29): late High and late Moderate items with what
 * is pending for them, issues of the POA&M, requests that need a decision. Nothing is noted of what did not occur.
 */
export function notesOf(noted: Noted): readonly Note[] {
  return [
    ...trippedTriggers(noted),
    ...lateNotes(noted),
    ...movement(noted),
    ...requests(noted.open),
    ...vendors(noted),
    ...kevNotes(noted),
    ...unreadable(noted.open),
  ];
}

function trippedTriggers({ triggers }: Noted): readonly Note[] {
  const tripped = triggers.filter(({ state }) => state === "tripped");
  if (tripped.length === 0) return [];
  const levels = tripped.map(({ id, level }) => `${id} (${level})`).join(", ");
  return [note("triggers", `${counted(tripped.length, "escalation trigger")} tripped: ${levels}.`, [])];
}

function lateNotes({ open, late }: Noted): readonly Note[] {
  return (["High", "Moderate"] as const).flatMap((band) => {
    const entries = open.filter((entry) => entry.daysLate > 0 && entry.band === band);
    if (entries.length === 0) return [];
    const pending = entries.filter((entry) => pendingOf(entry).length > 0).length;
    const waiting = pending > 0 ? `, ${pending} of them with a deviation pending` : "";
    return [
      note(`late-${band.toLowerCase()}`, `${counted(entries.length, `${band} item`)} ${late}${waiting}.`, entries),
    ];
  });
}

function movement({ months, changes }: Noted): readonly Note[] {
  const notes: Note[] = [];
  const now = months.at(-1)!.snapshot!.open.length;
  const before = months.slice(0, -1).findLast(({ snapshot }) => snapshot);
  if (before?.snapshot) {
    const change = now - before.snapshot.open.length;
    const how = change === 0 ? "as many as" : `${Math.abs(change)} ${change > 0 ? "more" : "fewer"} than`;
    notes.push(note("open-items", `${counted(now, "open item")}, ${how} in ${before.label}.`, []));
  }
  if (changes && changes.reopened.length > 0) {
    notes.push(
      note("reopened", `${counted(changes.reopened.length, "item")} reopened since the last POA&M.`, changes.reopened),
    );
  }
  if (changes && changes.vanished.length > 0) {
    const text = `${counted(changes.vanished.length, "item")} of the last POA&M neither open nor closed in this one.`;
    notes.push(note("vanished", text, changes.vanished));
  }
  return notes;
}

function requests(open: readonly Entry[]): readonly Note[] {
  const pending = open.filter((entry) => pendingOf(entry).length > 0);
  if (pending.length === 0) return [];
  return [
    note("deviations-pending", `${counted(pending.length, "item")} with a deviation request to be decided.`, pending),
  ];
}

function vendors({ vendorDependencies }: Noted): readonly Note[] {
  const lapsed = vendorDependencies.filter(({ holds }) => !holds);
  if (lapsed.length === 0) return [];
  const text = `${counted(lapsed.length, "vendor dependency", "vendor dependencies")} without a check-in recent enough to hold.`;
  return [note("vendor-check-ins", text, lapsed)];
}

function kevNotes({ kev }: Noted): readonly Note[] {
  const late = kev.filter(({ daysLate }) => daysLate > 0);
  if (late.length === 0) return [];
  return [
    note(
      "kev-overdue",
      `${counted(late.length, "known exploited vulnerability", "known exploited vulnerabilities")} past the directive's due date.`,
      late,
    ),
  ];
}

function unreadable(open: readonly Entry[]): readonly Note[] {
  const unrated = open.filter(({ effective }) => effective === undefined);
  const undated = open.filter(({ due, exception }) => due === undefined && exception === undefined);
  return [
    ...(unrated.length > 0
      ? [note("unrated", `${counted(unrated.length, "open item")} without a readable rating.`, unrated)]
      : []),
    ...(undated.length > 0
      ? [
          note(
            "undated",
            `${counted(undated.length, "open item")} without a due date: whether they are late cannot be told.`,
            undated,
          ),
        ]
      : []),
  ];
}

function note(id: string, text: string, items: readonly { readonly id: string }[]): Note {
  return { id, text, items: items.map(({ id }) => id) };
}

/** `1 item`, `2 items`. */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
