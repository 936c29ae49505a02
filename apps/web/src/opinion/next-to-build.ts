import type { Section } from "@consilium/workspace";

export interface Building {
  /** In the order of the page. */
  readonly sections: readonly Section[];
  /** The section that is read. */
  readonly current: Section;
  readonly built: ReadonlySet<Section>;
  /** Those on the screen or close to it. */
  readonly near: ReadonlySet<Section>;
  /** Also those that are far away, when there is nothing else to do. */
  readonly isWhole: boolean;
}

/** What is near before what is far, and what is closer to the section that is read before what is further; those below it first. */
export function nextToBuild({ sections, current, built, near, isWhole }: Building): Section | undefined {
  const here = sections.indexOf(current);
  const byDistance = sections
    .map((section, at) => ({ section, distance: Math.abs(at - here) * 2 - (at > here ? 1 : 0) }))
    .filter(({ section }) => !built.has(section))
    .toSorted((one, other) => one.distance - other.distance)
    .map(({ section }) => section);
  return byDistance.find((section) => near.has(section)) ?? (isWhole ? byDistance[0] : undefined);
}
