/* Who asked for an opinion, wrote it, read beside it and signed it, as a report names them. */

export interface ReportPerson {
  /** A seat. */
  readonly seat: string;
  readonly name: string;
  readonly profession: string | null;
  readonly workplace: string | null;
}

/** How somebody showed the server, at the moment of signing, that it was they: a code is one of their authenticator app. */
export type ShownBy = "password" | "code";

export interface Signer extends ReportPerson {
  readonly role: "lead";
  readonly licence: Licence | null;
  /** When this person's own read was locked, where it was made blind. */
  readonly blindUntil: string | null;
  /** Not there: it was not kept. */
  readonly shownBy?: ShownBy;
}

/** They did not sign: only whoever signed answers for the opinion. */
export interface Contributor extends ReportPerson {
  /** Something that they wrote stands in the opinion. */
  readonly wrote: boolean;
  /** When this person's own read was locked, where it was made blind. */
  readonly blindUntil: string | null;
}

export interface Licence {
  readonly number: string;
  readonly authority: string;
  /** ISO 3166-1. */
  readonly country: string;
  /** When it was looked up. */
  readonly checkedAt: string | null;
}
