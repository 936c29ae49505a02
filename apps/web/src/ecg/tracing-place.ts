import { type Place, waveformTools } from "@consilium/workspace";
import type { TracingShape } from "./tracing-mark.ts";

/** Where somebody looks in a recording. */
export interface TracingSight {
  readonly series: string;
  readonly instance: string;
  readonly group: number;
  /** Milliseconds at the left edge. */
  readonly from: number;
}

/** Characters of a presence's place (protocol, kind 7). */
const longest = 200;

/** With the lead of the shape under the hand, if there is one and it fits. */
export function sightName({ series, instance, group, from }: TracingSight, lead?: string | null): string {
  const sight = `${series}/${instance}/${group}/${Math.round(from)}`;
  const named = lead ? `${sight}/${encodeURIComponent(lead)}` : sight;
  return named.length <= longest ? named : sight;
}

export function sightOf(
  name: string | undefined,
): (TracingSight & { readonly lead: string | null }) | undefined {
  const found = /^([0-9.]+)\/([0-9.]+)\/([0-9]{1,2})\/([0-9]{1,9})(?:\/([^/]+))?$/.exec(name ?? "");
  const [, series, instance, group, from, lead] = found ?? [];
  if (!series || !instance || !group || !from) return undefined;
  return { series, instance, group: Number(group), from: Number(from), lead: lead ? decoded(lead) : null };
}

/** What somebody else's device sent may be no code at all. */
function decoded(lead: string): string | null {
  try {
    return decodeURIComponent(lead);
  } catch {
    return null;
  }
}

export const draftOf = ({ tool, points: [one, other] }: TracingShape): NonNullable<Place["draft"]> => ({
  tool,
  points: [
    [Math.round(one[0]), Math.round(one[1])],
    [Math.round(other[0]), Math.round(other[1])],
  ],
});

/** Undefined: a shape that this viewer does not draw. */
export function shapeOfDraft(draft: Place["draft"], lead: string | null): TracingShape | undefined {
  const tool = waveformTools.find((known) => known === draft?.tool);
  const [one, other] = draft?.points ?? [];
  return tool && one && other ? { tool, lead, points: [one, other] } : undefined;
}
