import { rowsUpTo, type Tables } from "./tables.ts";

/** Rows of one person, in one place, without a long pause. Rows of others may lie between them. */
export interface Step {
  readonly author: number;
  readonly places: Set<string>;
  /** Rows, by index. */
  readonly first: number;
  last: number;
  edits: number;
}

export interface StepRule {
  /** Milliseconds without a row of that person and place after which a new step begins. */
  readonly pause: number;
  /** A sequence: only rows after it. */
  readonly after: number;
  /** A sequence: only rows up to it. */
  readonly upTo: number;
}

/** In order of their first rows. */
export function stepsOf(tables: Tables, { pause, after, upTo }: StepRule): Step[] {
  const steps: Step[] = [];
  const open = new Map<number, Step>();
  const { rows } = tables;
  const end = rowsUpTo(tables, upTo);
  for (let row = rowsUpTo(tables, after); row < end; row += 1) {
    const author = rows.authors[row] ?? 0;
    const places = placesOf(tables, row);
    const step = open.get(author);
    const waited = (rows.times[row] ?? 0) - (rows.times[step?.last ?? row] ?? 0);
    if (step && waited < pause && isSamePlace(step, places)) {
      for (const place of places) step.places.add(place);
      step.last = row;
      step.edits += 1;
    } else {
      const fresh: Step = { author, places: new Set(places), first: row, last: row, edits: 1 };
      open.set(author, fresh);
      steps.push(fresh);
    }
  }
  return steps;
}

const placesOf = ({ rows }: Tables, row: number): string[] =>
  (rows.placeNames[rows.places[row] ?? -1] ?? "").split("\n").filter((name) => name !== "");

/** A link's anchor comes with the text that it stands in, in a row of its own or not. */
const isBeside = (place: string): boolean => !place.startsWith("s.") && !place.startsWith("items.");

const isSamePlace = (step: Step, places: readonly string[]): boolean =>
  places.every((place) => isBeside(place) || step.places.has(place)) || [...step.places].every(isBeside);
