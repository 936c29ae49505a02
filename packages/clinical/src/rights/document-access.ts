import { type CaseFacts, effectiveState, isOver } from "../case/case-facts.ts";
import {
  type Audience,
  type DocumentName,
  type IdentifiedName,
  type LayerName,
  type LayerTarget,
  parseDocumentName,
} from "../document/document-name.ts";
import { isSeated, type ProxyScope, type Seat } from "../identity/seat.ts";
import { type Access, denied, reads, writes } from "./access.ts";
import { columnOf, isClinician } from "./columns.ts";
import { type Judged, judgeCell } from "./judge-cell.ts";
import { matrix } from "./matrix.ts";

/** documents.md, section 2: everything that no rule allows is denied. Pure: the same answer on server and screen. */
export function documentAccess(name: DocumentName, seat: Seat, facts: CaseFacts, now: Date): Access {
  if (!isSeated(seat, now) || seat.caseId !== facts.id || effectiveState(facts) === "erased") return denied;
  const access = name.kind === "layer" ? layerAccess(name, seat, facts, now) : rowAccess(name, seat, facts);
  return isOver(facts) && access.write ? { ...access, write: false } : access;
}

function rowAccess(name: Exclude<DocumentName, LayerName>, seat: Seat, facts: CaseFacts): Access {
  const judged = judgedOf(name, seat, facts);
  if (!judged) return denied;
  const kind = "id" in name ? (`${name.kind}.id` as const) : name.kind;
  const access = judgeCell(matrix[kind][columnOf(seat, authorsOf(name, facts))], judged);
  return seat.role === "proxy" ? withinScope(name, seat, access) : access;
}

/** Undefined: the case has no such document. */
function judgedOf(name: Exclude<DocumentName, LayerName>, seat: Seat, facts: CaseFacts): Judged | undefined {
  const plain: Judged = {
    facts,
    signed: undefined,
    abandoned: false,
    own: false,
    opinionId: undefined,
    conference: undefined,
  };
  if (!("id" in name)) return plain;
  switch (name.kind) {
    case "opinion":
    case "workpad": {
      const opinion = facts.opinions.find(({ id }) => id === name.id);
      if (!opinion) return undefined;
      const { state, authors } = opinion;
      return {
        ...plain,
        opinionId: name.id,
        signed: state === "signed" || state === "locked",
        abandoned: state === "abandoned",
        own: authors.includes(seat.id),
      };
    }
    case "addendum": {
      const addendum = facts.addenda.find(({ id }) => id === name.id);
      return addendum && { ...plain, signed: addendum.signed, own: addendum.authors.includes(seat.id) };
    }
    case "conference": {
      const conference = facts.conferences.find(({ id }) => id === name.id);
      return conference && { ...plain, conference };
    }
  }
}

function authorsOf(name: Exclude<DocumentName, LayerName>, facts: CaseFacts): readonly string[] | undefined {
  if (!("id" in name)) return undefined;
  switch (name.kind) {
    case "opinion":
    case "workpad":
      return facts.opinions.find(({ id }) => id === name.id)?.authors;
    case "addendum":
      return facts.addenda.find(({ id }) => id === name.id)?.authors;
    case "conference":
      return undefined;
  }
}

const readScope: Record<Exclude<DocumentName, LayerName>["kind"], ProxyScope> = {
  story: "read",
  "story.prior": "read",
  referral: "read",
  "referral.prior": "read",
  opinion: "receive",
  addendum: "receive",
  workpad: "receive",
  conference: "meet",
};

/** A proxy acts as the patient, within what the patient gave them. */
function withinScope(
  name: Exclude<DocumentName, LayerName> | IdentifiedName,
  seat: Seat,
  access: Access,
): Access {
  if (!seat.scopes.includes(readScope[name.kind])) return denied;
  return access.write && !seat.scopes.includes("write-story") ? { ...access, write: false } : access;
}

export function isInAudience(audience: Audience, seat: Seat, owner: string): boolean {
  switch (audience) {
    case "private":
      return seat.id === owner;
    case "clinicians":
      return isClinician(seat);
    case "everyone":
      return true;
  }
}

/** How a seat may read what a layer speaks of. */
export function targetAccess(target: LayerTarget, seat: Seat, facts: CaseFacts, now: Date): Access["read"] {
  if (target === "records") return recordsAccess(seat, facts, now).read ? "live" : "no";
  const name = parseDocumentName(target);
  return name ? documentAccess(name, seat, facts, now).read : "no";
}

function layerAccess(
  { seat: owner, target, audience }: LayerName,
  seat: Seat,
  facts: CaseFacts,
  now: Date,
): Access {
  const read = targetAccess(target, seat, facts, now);
  if (read === "no" || !isInAudience(audience, seat, owner)) return denied;
  if (owner === seat.id) return seat.role === "proxy" && !seat.scopes.includes("ask") ? denied : writes;
  const isBlind = seat.role === "specialist" && seat.mode === "blind" && seat.revealedAt === null;
  // Whoever was given a version reads others' threads as the server renders them against that version, never the layers.
  return isBlind || read === "version" ? denied : reads;
}

export interface RecordsAccess {
  readonly read: boolean;
  readonly add: boolean;
  /** A blind seat before its reveal: items that tell the first opinion are not there. */
  readonly withoutRevealing: boolean;
  /** Of a guest who is in a conference: the one record that is shown there. They read no list. */
  readonly presented: string | null;
}

export type RecordsFacts = Pick<CaseFacts, "id" | "state" | "interrupted"> &
  Partial<Pick<CaseFacts, "conferences">>;

/** The row "records, item" of docs/rights.md. */
export function recordsAccess(seat: Seat, facts: RecordsFacts, now: Date): RecordsAccess {
  const nothing = { read: false, add: false, withoutRevealing: true, presented: null };
  if (!isSeated(seat, now) || seat.caseId !== facts.id || effectiveState(facts) === "erased") return nothing;
  const cell = matrix.records[columnOf(seat)];
  if (cell === "the item presented") return { ...nothing, presented: presentedTo(seat, facts) };
  const add = cell === "R, add" && !isOver(facts);
  const access = { read: true, add, withoutRevealing: cell === "R unless revealing", presented: null };
  if (seat.role !== "proxy") return access;
  return { ...access, read: seat.scopes.includes("read"), add: add && seat.scopes.includes("add-records") };
}

const presentedTo = ({ id }: Seat, { conferences = [] }: RecordsFacts): string | null =>
  conferences.find(({ live, guests }) => live && guests.includes(id))?.presented ?? null;

/** Whether one record may be read. */
export const mayReadRecord = (
  { read, withoutRevealing, presented }: RecordsAccess,
  record: { readonly id: string; readonly reveals: boolean },
): boolean => (read ? !(record.reveals && withoutRevealing) : presented === record.id);
