import { type Part, partOf, type Spread, spreadOf } from "./spread.ts";
import type { Period } from "./step-numbers.ts";

/** What the newest word of those who treat the patient is on a recommendation. */
export type SaidOfRecommendation = "feasible" | "not-available" | "done" | "not-said";

/** The first signed report of a case. */
export interface NumberedReport {
  readonly signedAt: Date;
  /** Whether the patient was told, so that they can open it. */
  readonly isDelivered: boolean;
  readonly openedByTreatingAt: Date | null;
  readonly openedByPatientAt: Date | null;
  /** Of each recommendation of the report that stands now. */
  readonly recommendations: readonly SaidOfRecommendation[];
}

export interface ReportNumbers {
  readonly signed: number;
  readonly openedByTreating: Part;
  /** Of those whose patient was told. */
  readonly openedByPatient: Part;
  /** From the signature to the first opening by somebody who treats the patient. */
  readonly daysToOpen: Spread | null;
  /** Reports of which at least one recommendation was answered, of those that have any. */
  readonly actedOn: Part;
  readonly recommendations: Readonly<Record<SaidOfRecommendation, number>>;
}

const day = 86_400_000;

/** What became of the reports that were signed in the period. */
export function reportNumbers(all: readonly NumberedReport[], { from, to }: Period): ReportNumbers {
  const reports = all.filter(({ signedAt }) => signedAt >= from && signedAt <= to);
  const said = reports.flatMap(({ recommendations }) => recommendations);
  const count = (state: SaidOfRecommendation) => said.filter((one) => one === state).length;
  return {
    signed: reports.length,
    openedByTreating: partOf(reports, ({ openedByTreatingAt }) => openedByTreatingAt !== null),
    openedByPatient: partOf(
      reports.filter(({ isDelivered }) => isDelivered),
      ({ openedByPatientAt }) => openedByPatientAt !== null,
    ),
    daysToOpen: spreadOf(
      reports.flatMap(({ signedAt, openedByTreatingAt: opened }) =>
        opened ? [(opened.getTime() - signedAt.getTime()) / day] : [],
      ),
    ),
    actedOn: partOf(
      reports.filter(({ recommendations }) => recommendations.length > 0),
      ({ recommendations }) => recommendations.some((one) => one !== "not-said"),
    ),
    recommendations: {
      feasible: count("feasible"),
      "not-available": count("not-available"),
      done: count("done"),
      "not-said": count("not-said"),
    },
  };
}
