/** What is sent: one text to one address. */
export interface OutgoingMail {
  /** Of the mail; the same in every try, so that a mail system that got it twice can tell. */
  readonly id: string;
  /** One plain address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A calendar file (RFC 5545) that goes with it; null: none. */
  readonly calendar: string | null;
}

export type MailOutcome =
  | { readonly outcome: "sent" }
  /** There is no mail server: it lies in the outbox. */
  | { readonly outcome: "kept" }
  /** The server takes it later (4yz). */
  | { readonly outcome: "later"; readonly code: number }
  /** This address or this mail it never takes (5yz). */
  | { readonly outcome: "refused"; readonly code: number }
  /** There was no server to ask, or it did not let us speak: that says nothing about this mail. */
  | { readonly outcome: "away"; readonly cause: unknown };

/** Hands a mail over. Never throws. */
export interface MailTransport {
  readonly send: (mail: OutgoingMail) => Promise<MailOutcome>;
}

/** Where no mail server is named: nothing leaves, and everything can be looked at. */
export const keepInOutbox: MailTransport = { send: () => Promise.resolve({ outcome: "kept" }) };
