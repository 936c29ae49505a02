import {
  clockRowsOfCases,
  type CountedFor,
  type NumberedCase,
  numberedCases,
  type NumberedPauseRow,
  pauseRowsOfCases,
  type StepOfCase,
  stepsOfCases,
} from "@consilium/database";
import type { Services } from "../services.ts";
import { type SpanOfCase, spansOf } from "./read-spans.ts";

/** The newest cases that the numbers are made of. */
const mostCases = 1000;

export interface Asked extends Omit<CountedFor, "most"> {
  /** Null: all. */
  readonly specialty: string | null;
}

export interface NumberedRows {
  readonly cases: readonly NumberedCase[];
  /** Of all cases, whatever specialty was asked for. */
  readonly specialties: readonly string[];
  /** There are more cases; the oldest are left out. */
  readonly isCut: boolean;
  readonly spans: readonly SpanOfCase[];
  readonly pauses: readonly NumberedPauseRow[];
  readonly steps: ReadonlyMap<string, readonly StepOfCase[]>;
}

/** What the numbers of steps are made of: no word of a case is opened for them. */
export async function readRows(
  { open: { database } }: Pick<Services, "open">,
  { specialty, ...asked }: Asked,
): Promise<NumberedRows> {
  const found = await numberedCases(database, { ...asked, most: mostCases + 1 });
  const newest = found.slice(0, mostCases);
  const cases = newest.filter((one) => specialty === null || one.specialty === specialty);
  const ids = cases.map(({ id }) => id);
  const [clocks, pauses, steps] = await Promise.all([
    clockRowsOfCases(database, ids),
    pauseRowsOfCases(database, ids),
    stepsOfCases(database, ids),
  ]);
  const by = {
    clocks: Map.groupBy(clocks, caseOf),
    pauses: Map.groupBy(pauses, caseOf),
    steps: Map.groupBy(steps, caseOf),
  };
  return {
    cases,
    specialties: [...new Set(newest.map((one) => one.specialty))].toSorted(),
    isCut: found.length > mostCases,
    spans: cases.flatMap((one) =>
      spansOf(one, {
        clocks: by.clocks.get(one.id) ?? [],
        pauses: by.pauses.get(one.id) ?? [],
        steps: by.steps.get(one.id) ?? [],
      }),
    ),
    pauses,
    steps: by.steps,
  };
}

const caseOf = ({ caseId }: { readonly caseId: string }): string => caseId;
