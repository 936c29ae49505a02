import { and, desc, eq, getTableColumns, gt, inArray, isNotNull, lt, or } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { delivery } from "../schema/index.ts";

/**
 * `arriving`: files come. `waiting`: all are there, nobody reads yet. `asking`: read, and a person must say whose they are.
 * The last three are ends.
 */
export const deliveryStates = [
  "arriving",
  "waiting",
  "reading",
  "asking",
  "done",
  "failed",
  "cancelled",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

type Row = typeof delivery.$inferSelect;

export interface Delivery extends Omit<Row, "state" | "sealedReading" | "sealedTaken" | "sealedSource"> {
  readonly state: DeliveryState;
  /** What became of its files, as JSON; null before it was read. */
  readonly reading: unknown;
  /** Which of the people found are the patient, as JSON; null where nobody was asked. */
  readonly taken: unknown;
  /** Where its files are fetched from, as JSON; null where somebody sends them. */
  readonly source: unknown;
}

const place = (id: string, column: string): SealedPlace<unknown> => ({ table: "delivery", column, id });

function stateOf(state: string): DeliveryState {
  const found = deliveryStates.find((known) => known === state);
  if (!found) throw new Error(`A delivery is ${state}`);
  return found;
}

const open = (key: CaseKey, id: string, column: string, sealed: Buffer | null): unknown =>
  sealed && unsealValue(key, place(id, column), sealed);

function toHead(key: CaseKey, { sealedSource, state, ...row }: HeadRow): DeliveryHead {
  return { ...row, state: stateOf(state), source: open(key, row.id, "sealed_source", sealedSource) };
}

function toDelivery(key: CaseKey, { sealedReading, sealedTaken, ...head }: Row): Delivery {
  return {
    ...toHead(key, head),
    reading: open(key, head.id, "sealed_reading", sealedReading),
    taken: open(key, head.id, "sealed_taken", sealedTaken),
  };
}

export interface NewDelivery extends Pick<
  Row,
  "id" | "organisationId" | "caseId" | "seatId" | "at" | "place"
> {
  /** How many files it has, where that is known already. */
  readonly expected?: number;
  /** Of the request whose answer place it comes through. */
  readonly requestId?: string;
}

/** False: there was one of this id. */
export async function insertDelivery(transaction: Database, made: NewDelivery): Promise<boolean> {
  const rows = await transaction
    .insert(delivery)
    .values({ ...made, state: "arriving", changedAt: made.at })
    .onConflictDoNothing()
    .returning({ id: delivery.id });
  return rows.length > 0;
}

/** One whose files are fetched. `source`: from where, as JSON. */
export async function insertPull(
  transaction: Database,
  key: CaseKey,
  { source, ...made }: Omit<NewDelivery, "expected"> & { readonly source: unknown },
): Promise<void> {
  const sealedSource = sealValue(key, place(made.id, "sealed_source"), source);
  await transaction.insert(delivery).values({ ...made, state: "arriving", changedAt: made.at, sealedSource });
}

/** Those of a case whose files are being fetched. */
export async function pullsUnderWay(database: Database, key: CaseKey): Promise<readonly DeliveryHead[]> {
  const isUnderWay = and(eq(delivery.state, "arriving"), isNotNull(delivery.sealedSource));
  const rows = await database
    .select(headColumns)
    .from(delivery)
    .where(and(eq(delivery.caseId, key.caseId), isUnderWay));
  return rows.map((row) => toHead(key, row));
}

export async function findDelivery(
  database: Database,
  key: CaseKey,
  id: string,
): Promise<Delivery | undefined> {
  const [row] = await database
    .select()
    .from(delivery)
    .where(and(eq(delivery.caseId, key.caseId), eq(delivery.id, id)));
  return row && toDelivery(key, row);
}

/** What came through a request's answer place, the oldest first. */
export async function deliveriesOfRequest(
  database: Database,
  key: CaseKey,
  requestId: string,
): Promise<readonly DeliveryHead[]> {
  const rows = await database
    .select(headColumns)
    .from(delivery)
    .where(and(eq(delivery.caseId, key.caseId), eq(delivery.requestId, requestId)))
    .orderBy(delivery.id);
  return rows.map((row) => toHead(key, row));
}

/** Without what became of each of its files, which is long. */
export type DeliveryHead = Omit<Delivery, "reading" | "taken">;
type HeadRow = Omit<Row, "sealedReading" | "sealedTaken">;

const { sealedReading: _reading, sealedTaken: _taken, ...headColumns } = getTableColumns(delivery);

/** Newest first. */
export async function deliveriesOf(
  database: Database,
  key: CaseKey,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly DeliveryHead[]> {
  const rows = await database
    .select(headColumns)
    .from(delivery)
    .where(
      and(eq(delivery.caseId, key.caseId), page.before === null ? undefined : lt(delivery.id, page.before)),
    )
    .orderBy(desc(delivery.id))
    .limit(page.limit);
  return rows.map((row) => toHead(key, row));
}

/** What became of the files of some deliveries, as JSON, by their ids; those that were not read are not there. */
export async function readingsOf(
  database: Database,
  key: CaseKey,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .select({ id: delivery.id, sealed: delivery.sealedReading })
    .from(delivery)
    .where(and(eq(delivery.caseId, key.caseId), inArray(delivery.id, [...ids])));
  return new Map(
    rows.flatMap(({ id, sealed }) =>
      sealed ? [[id, unsealValue(key, place(id, "sealed_reading"), sealed)] as const] : [],
    ),
  );
}

export interface DeliveryChange {
  readonly state?: DeliveryState;
  readonly expected?: number;
  readonly read?: number;
  readonly total?: number;
  readonly kept?: number;
  readonly notRead?: number;
  readonly reading?: unknown;
  readonly taken?: unknown;
  readonly problem?: string;
}

/** Only where it is still in one of `from`: false where somebody else moved it. */
export async function changeDelivery(
  database: Database,
  key: CaseKey,
  id: string,
  { from, at }: { readonly from: readonly DeliveryState[]; readonly at: Date },
  { reading, taken, ...change }: DeliveryChange,
): Promise<boolean> {
  const rows = await database
    .update(delivery)
    .set({
      ...change,
      changedAt: at,
      ...(reading !== undefined && {
        sealedReading: sealValue(key, place(id, "sealed_reading"), reading),
      }),
      ...(taken !== undefined && { sealedTaken: sealValue(key, place(id, "sealed_taken"), taken) }),
    })
    .where(and(eq(delivery.caseId, key.caseId), eq(delivery.id, id), inArray(delivery.state, [...from])))
    .returning({ id: delivery.id });
  return rows.length > 0;
}

/** Deliveries of a data folder that nobody has touched since a moment, in some states. */
export async function quietDeliveries(
  database: Database,
  where: { readonly place: string; readonly states: readonly DeliveryState[]; readonly since: Date },
): Promise<readonly { readonly id: string; readonly caseId: string }[]> {
  return database
    .select({ id: delivery.id, caseId: delivery.caseId })
    .from(delivery)
    .where(
      and(
        eq(delivery.place, where.place),
        inArray(delivery.state, [...where.states]),
        lt(delivery.changedAt, where.since),
      ),
    );
}

/** Of the cases' deliveries: those with files that could not be read, and those that ask whose they are. */
export async function troubledDeliveries(database: Database, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return database
    .select({
      id: delivery.id,
      caseId: delivery.caseId,
      at: delivery.at,
      notRead: delivery.notRead,
      state: delivery.state,
    })
    .from(delivery)
    .where(
      and(
        inArray(delivery.caseId, [...caseIds]),
        or(eq(delivery.state, "asking"), and(eq(delivery.state, "done"), gt(delivery.notRead, 0))),
      ),
    )
    .orderBy(delivery.at, delivery.id);
}
