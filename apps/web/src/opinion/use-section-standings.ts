import type { Section } from "@consilium/workspace";
import { type PersonPlace, usePresence } from "../case/use-presence.ts";
import { type SectionStanding, sectionStanding } from "./checks/section-standing.ts";
import type { Standing } from "./checks/use-standing.ts";
import { useDesk } from "./desk-context.ts";

export interface StandingOfSection {
  readonly section: Section;
  /** Undefined: not read yet. */
  readonly standing: SectionStanding | undefined;
  /** The others who are in it now. */
  readonly inIt: readonly PersonPlace[];
}

export const countDone = (standings: readonly StandingOfSection[]): number =>
  standings.filter(({ standing }) => standing && "state" in standing && standing.state === "done").length;

/** How each section of the text on the desk stands, in their order. */
export function useSectionStandings(whole: Standing | undefined): readonly StandingOfSection[] {
  const { name, sections } = useDesk();
  const others = usePresence().filter(({ at }) => at.target === name);
  return sections.map((section) => {
    const inIt = others.filter(({ at: { place } }) => place === section);
    if (!whole) return { section, inIt, standing: undefined };
    const facts = { isBegun: whole.begun.includes(section), isVisited: inIt.length > 0 };
    return { section, inIt, standing: sectionStanding(section, whole.checks, facts) };
  });
}
