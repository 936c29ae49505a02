import { and, desc, eq, inArray } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { type Licence, offer, person, user } from "../schema/index.ts";

export type OfferRow = typeof offer.$inferSelect;

/** What is said with an offer, and in answer to it. */
export interface OfferWords {
  /** Of whoever offers it. */
  readonly note: string | null;
  /** Why it was declined, or taken back. */
  readonly reason: string | null;
  /** What who accepts says of their interests. */
  readonly conflicts: string | null;
  /** Under which licence it was accepted, and where the patient is (ISO 3166-1 alpha-2). */
  readonly licence: Licence | null;
  readonly country: string | null;
}

export interface Offer extends Omit<OfferRow, "sealed"> {
  readonly words: OfferWords;
}

const placeOf = (id: string): SealedPlace<OfferWords> => ({ table: "offer", column: "sealed", id });

export const offerOf = (key: CaseKey, { sealed, ...row }: OfferRow): Offer => ({
  ...row,
  words: unsealValue(key, placeOf(row.id), sealed),
});

export async function insertOffer(transaction: Database, key: CaseKey, made: Offer): Promise<void> {
  const { words, ...row } = made;
  await transaction.insert(offer).values({ ...row, sealed: sealValue(key, placeOf(row.id), words) });
}

/** The newest first, with the name of whom each asks. */
export async function offersOfCases(database: Database, caseIds: readonly string[]) {
  if (caseIds.length === 0) return [];
  return database
    .select({ offer, name: user.name, initials: person.initials, workplace: person.workplace })
    .from(offer)
    .innerJoin(person, eq(person.id, offer.personId))
    .innerJoin(user, eq(user.id, person.id))
    .where(inArray(offer.caseId, [...caseIds]))
    .orderBy(desc(offer.at), desc(offer.id));
}

/** What somebody is asked to take and has not answered, the newest first; lapsed ones too. */
export const offersToPerson = (database: Database, personId: string): Promise<OfferRow[]> =>
  database
    .select()
    .from(offer)
    .where(and(eq(offer.personId, personId), eq(offer.state, "offered")))
    .orderBy(desc(offer.at), desc(offer.id));

export async function findOffer(database: Database, id: string): Promise<OfferRow | undefined> {
  const [found] = await database.select().from(offer).where(eq(offer.id, id));
  return found;
}

/** `was` as it is under its case's lock. */
export async function settleOffer(
  transaction: Database,
  key: CaseKey,
  was: Offer,
  change: Pick<OfferRow, "state" | "answeredAt" | "givenSeatId"> & { readonly words: Partial<OfferWords> },
): Promise<void> {
  const { words, ...row } = change;
  const sealed = sealValue(key, placeOf(was.id), { ...was.words, ...words });
  await transaction
    .update(offer)
    .set({ ...row, sealed })
    .where(eq(offer.id, was.id));
}
