import type { Check } from "@consilium/clinical";
import type { WorkState } from "../../design/state-glyph.tsx";

/** How a section stands: what is open in it, or how far it is. */
export type SectionStanding = { readonly open: "must" | "look" } | { readonly state: WorkState };

export interface SectionFacts {
  /** Whether it holds any words or items. */
  readonly isBegun: boolean;
  /** Whether somebody is in it at this moment. */
  readonly isVisited: boolean;
}

/** An open point is said before everything else; a section in which somebody writes is not done. */
export function sectionStanding(
  section: string,
  checks: readonly Check[],
  { isBegun, isVisited }: SectionFacts,
): SectionStanding {
  const open = checks.filter((check) => check.target.section === section && check.state === "open");
  if (open.some(({ level }) => level === "must")) return { open: "must" };
  if (open.length > 0) return { open: "look" };
  if (!isBegun) return { state: "not-begun" };
  return { state: isVisited ? "in-progress" : "done" };
}
