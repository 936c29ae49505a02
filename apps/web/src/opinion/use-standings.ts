import type { Check } from "@consilium/clinical";
import type { Section } from "@consilium/workspace";
import { type PersonPlace, usePresence } from "../case/use-presence.ts";
import { type SectionStanding, sectionStanding } from "./checks/section-standing.ts";
import { useDesk } from "./desk-context.ts";

export interface TextFacts {
  readonly checks: readonly Check[];
  /** Whether a section holds anything. */
  readonly isBegun: (section: Section) => boolean;
}

export interface StandingOfSection {
  readonly section: Section;
  readonly standing: SectionStanding;
  /** The others who are in it now. */
  readonly inIt: readonly PersonPlace[];
}

/** How each section of the text on the desk stands, in their order. */
export function useStandings({ checks, isBegun }: TextFacts): readonly StandingOfSection[] {
  const { name, sections } = useDesk();
  const others = usePresence().filter(({ at }) => at.target === name);
  return sections.map((section) => {
    const inIt = others.filter(({ at: { place } }) => place === section);
    const facts = { isBegun: isBegun(section), isVisited: inIt.length > 0 };
    return { section, inIt, standing: sectionStanding(section, checks, facts) };
  });
}
