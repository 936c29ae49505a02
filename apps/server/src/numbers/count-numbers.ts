import {
  completenessOf,
  feedbackNumbers,
  pauseReasons,
  type Period,
  type ReasonedPause,
  reportNumbers,
  stepNumbers,
  urgentNumbers,
  waitingNow,
} from "@consilium/clinical";
import {
  casesWithFeedback,
  feedbackOfCase,
  type NumberedPauseRow,
  pauseReasonOf,
  urgentTimesOfCases,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Services } from "../services.ts";
import type { Numbers } from "./numbers-schemas.ts";
import { readReports } from "./read-reports.ts";
import { type Asked, type NumberedRows, readRows } from "./read-rows.ts";
import { readWaiting } from "./read-waiting.ts";

/** So many reasons are shown, those that took longest. */
const mostReasons = 20;

type Counting = Pick<Services, "open" | "keys">;

/** The numbers of one programme over the cases that whoever asks coordinates. */
export async function countNumbers(
  services: Counting,
  asked: Asked,
  period: Period,
): Promise<z.infer<typeof Numbers>> {
  const rows = await readRows(services, asked);
  const { cases, specialties, isCut, spans } = rows;
  const ids = cases.map(({ id }) => id);
  const reports = await readReports(services, cases, period.from);
  const { waiting, requests } = await readWaiting(services, rows, reports, period.to);
  const gathered = cases.map(({ id, submittedAt }) => ({
    submittedAt,
    isGathered: rows.steps.get(id)?.some(({ to }) => to === "ready-for-review") ?? false,
    requests: requests.get(id) ?? [],
  }));
  return {
    from: period.from.toISOString(),
    to: period.to.toISOString(),
    cases: cases.length,
    isCut,
    specialties: [...specialties],
    steps: [...stepNumbers(spans, period)],
    waiting: [...waitingNow(waiting, period.to)],
    pauses: pauseReasons(await reasonsOf(services, rows, period), period).slice(0, mostReasons),
    completeness: completenessOf(gathered, period),
    reports: reportNumbers(reports, period),
    urgent: urgentNumbers(await urgentTimesOfCases(services.open.database, ids), period),
    feedback: await feedbackIn(services, ids, period),
  };
}

/** A pause of the case stops several clocks at one moment, and is one; ending a case is none. */
async function reasonsOf(
  { keys }: Counting,
  { cases, pauses, steps }: NumberedRows,
  { from }: Period,
): Promise<readonly ReasonedPause[]> {
  const known = new Set(cases.map(({ id }) => id));
  const isEnd = ({ caseId, fromAt }: NumberedPauseRow) =>
    (steps.get(caseId) ?? []).some(
      ({ to, at }) => (to === "declined" || to === "withdrawn") && at.getTime() === fromAt.getTime(),
    );
  const during = pauses.filter(
    (pause) => known.has(pause.caseId) && (pause.toAt === null || pause.toAt > from) && !isEnd(pause),
  );
  const once = new Map(during.map((pause) => [`${pause.caseId}/${pause.fromAt.getTime()}`, pause]));
  return Promise.all(
    Array.from(once.values(), async (pause) => ({
      from: pause.fromAt,
      to: pause.toAt,
      reason: pauseReasonOf(await keys.of(pause.caseId), pause),
    })),
  );
}

async function feedbackIn({ open: { database }, keys }: Counting, ids: readonly string[], period: Period) {
  const given = await Promise.all(
    (await casesWithFeedback(database, ids)).map(async (id) => feedbackOfCase(database, await keys.of(id))),
  );
  return feedbackNumbers(given.flat().filter(({ at }) => at >= period.from && at <= period.to));
}
