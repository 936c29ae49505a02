import { type ClockKind, clockKinds, type ClockState, clockState } from "@consilium/clinical";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clock, clockExtension, clockPause } from "../schema/index.ts";
import type { CaseKey } from "./case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "./sealed-value.ts";

type ClockRow = typeof clock.$inferSelect;
type PauseRow = typeof clockPause.$inferSelect;

export interface CaseClock {
  readonly id: string;
  readonly caseId: string;
  readonly kind: ClockKind;
  readonly state: ClockState;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  readonly zone: string;
  /** The pause that runs now; its reason is sealed under the case's key. */
  readonly pause: PauseRow | null;
}

export async function insertClock(transaction: Database, row: ClockRow): Promise<void> {
  await transaction.insert(clock).values(row);
}

export async function insertClockPause(
  transaction: Database,
  key: CaseKey,
  pause: Omit<PauseRow, "sealedReason"> & { readonly reason: string },
): Promise<void> {
  const { reason, ...row } = pause;
  await transaction
    .insert(clockPause)
    .values({ ...row, sealedReason: sealValue(key, pausePlace(row.id), reason) });
}

export async function updateClock(
  transaction: Database,
  id: string,
  change: Partial<Pick<ClockRow, "startedAt" | "dueAt" | "doneAt">>,
): Promise<void> {
  await transaction.update(clock).set(change).where(eq(clock.id, id));
}

/** Where it stands; else nothing happens. */
export async function endClockPause(transaction: Database, clockId: string, at: Date): Promise<void> {
  await transaction
    .update(clockPause)
    .set({ toAt: at })
    .where(and(eq(clockPause.clockId, clockId), isNull(clockPause.toAt)));
}

export const pausePlace = (id: string): SealedPlace<string> => ({
  table: "clock_pause",
  column: "sealed_reason",
  id,
});

export interface ClockExtension extends Omit<typeof clockExtension.$inferSelect, "sealedReason"> {
  readonly reason: string;
}

const extensionPlace = (id: string): SealedPlace<string> => ({
  table: "clock_extension",
  column: "sealed_reason",
  id,
});

/** Of a deadline that was moved: from when to when, by whom and why. */
export async function insertClockExtension(
  transaction: Database,
  key: CaseKey,
  { reason, ...row }: ClockExtension,
): Promise<void> {
  await transaction
    .insert(clockExtension)
    .values({ ...row, sealedReason: sealValue(key, extensionPlace(row.id), reason) });
}

/** The oldest first. */
export async function clockExtensionsOf(database: Database, key: CaseKey): Promise<ClockExtension[]> {
  const rows = await database
    .select()
    .from(clockExtension)
    .where(eq(clockExtension.caseId, key.caseId))
    .orderBy(clockExtension.at, clockExtension.id);
  return rows.map(({ sealedReason, ...row }) => ({
    ...row,
    reason: unsealValue(key, extensionPlace(row.id), sealedReason),
  }));
}

export async function clocksOfCases(database: Database, caseIds: readonly string[]): Promise<CaseClock[]> {
  if (caseIds.length === 0) return [];
  const rows = await database
    .select({ clock, pause: clockPause })
    .from(clock)
    .leftJoin(clockPause, and(eq(clockPause.clockId, clock.id), isNull(clockPause.toAt)))
    .where(inArray(clock.caseId, [...caseIds]));
  return rows
    .map(({ clock: row, pause }) => {
      const times = { ...row, pausedSince: pause?.fromAt ?? null };
      return { ...row, state: clockState(times), pause };
    })
    .toSorted((one, other) => clockKinds.indexOf(one.kind) - clockKinds.indexOf(other.kind));
}
