import {
  type CaseFacts,
  isBeforeSigning,
  isBeforeSubmission,
  isDelivered,
  isOver,
  type Share,
  type ShareAudience,
} from "../case/case-facts.ts";
import type { Seat } from "../identity/seat.ts";
import { type Access, denied, reads, readsVersion, writes } from "./access.ts";
import type { Cell } from "./matrix.ts";

/** What a cell is judged on: the facts of the case, and those of the one document. */
export interface Judged {
  readonly facts: CaseFacts;
  /** Signing of this document: an opinion's, an addendum's. Undefined: it goes by the case. */
  readonly signed: boolean | undefined;
  readonly abandoned: boolean;
  readonly own: boolean;
  readonly opinionId: string | undefined;
  readonly conference: { readonly live: boolean; readonly shared: boolean } | undefined;
}

/** The meaning of each cell while the case is running; what is over is read only (see document-access.ts). */
export function judgeCell(cell: Cell, judged: Judged): Access {
  const { facts } = judged;
  switch (cell) {
    case "-":
    case "- until reveal":
    case "the item presented":
      return denied;
    case "R":
    case "R, add":
    case "R unless revealing":
      return reads;
    case "W":
      return isOver(facts) ? reads : writes;
    case "W to submission, then R":
      return isBeforeSubmission(facts) ? writes : reads;
    case "W to signing, then R":
      return isWritable(judged) ? writes : reads;
    case "R once shared with patient":
      return sharedWith(judged, "patient");
    case "R once shared with care team":
      return sharedWith(judged, "care-team");
    case "R from delivery":
      return isDelivered(facts) ? reads : denied;
    case "R once signed":
      return judged.signed ? reads : denied;
    case "R once signed, from delivery":
      return judged.signed && isDelivered(facts) ? reads : denied;
    case "R while live, then once shared":
      return judged.conference?.live || judged.conference?.shared ? reads : denied;
    case "own only, until reveal":
      return judged.own ? (isWritable(judged) ? writes : reads) : denied;
  }
}

function isWritable({ facts, signed, abandoned }: Judged): boolean {
  if (abandoned || isOver(facts)) return false;
  return signed === undefined ? isBeforeSigning(facts) : !signed;
}

function sharedWith({ facts, opinionId }: Judged, audience: ShareAudience): Access {
  const share = shareOf(facts, opinionId, audience);
  if (!share) return denied;
  return share.mode === "live" ? reads : readsVersion;
}

/** Which shares are meant for a seat. Undefined: it reads by another right, or not at all. */
export function shareAudienceOf({ role }: Pick<Seat, "role">): ShareAudience | undefined {
  if (role === "patient" || role === "proxy") return "patient";
  return role === "referrer" || role === "care-team" ? "care-team" : undefined;
}

/** The share by which a seat reads an opinion, where it reads it by one. */
export function shareFor(
  facts: CaseFacts,
  opinionId: string | undefined,
  seat: Pick<Seat, "role">,
): Share | undefined {
  const audience = shareAudienceOf(seat);
  return audience && shareOf(facts, opinionId, audience);
}

/** At most one share of an opinion with an audience is in force. */
export const shareOf = (
  facts: CaseFacts,
  opinionId: string | undefined,
  audience: ShareAudience,
): Share | undefined =>
  facts.shares.find((share) => share.opinionId === opinionId && share.audience === audience);
