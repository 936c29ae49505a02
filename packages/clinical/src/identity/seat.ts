/** The roles of documents.md, section 1. A role belongs to a seat, never to a person. */
export const roles = [
  "patient",
  "proxy",
  "referrer",
  "care-team",
  "specialist",
  "coordinator",
  "guest",
] as const;
export type Role = (typeof roles)[number];

/** How a specialist sits: writing, reading blind until the reveal, attesting (who may read all and comment, as a reader), or only reading along. */
export const specialistModes = ["author", "blind", "attesting", "reader"] as const;
export type SpecialistMode = (typeof specialistModes)[number];

/** What a proxy may do in the patient's place. */
export const proxyScopes = ["read", "write-story", "add-records", "ask", "meet", "receive"] as const;
export type ProxyScope = (typeof proxyScopes)[number];

/** A person's place in one case. Rights come from here, never from the person. */
export interface Seat {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly role: Role;
  /** Only of a specialist. */
  readonly mode: SpecialistMode | null;
  /** Only of a proxy. */
  readonly scopes: readonly ProxyScope[];
  readonly from: Date;
  readonly to: Date | null;
  /** When a blind seat revealed. */
  readonly revealedAt: Date | null;
}

export const isSeated = (seat: Seat, now: Date): boolean =>
  seat.from <= now && (seat.to === null || now < seat.to);
