import type { ReadOnlyReason } from "@consilium/workspace";

/** One signed-in person, in one seat of one case, at one socket. */
export interface Visitor {
  /** The signed-in session's id: its end closes the socket with 4401. */
  readonly session: string;
  readonly person: string;
  readonly seat: string;
  /** As others see it. Stamped on presence by the server (SY-21). */
  readonly name: string;
  readonly caseId: string;
  /** When the signed-in session ends by itself. */
  readonly expires: Date;
}

/** What a seat may do with a document now. */
export type DocumentRights =
  | { readonly mayRead: false; readonly reason: NoEntry }
  | {
      readonly mayRead: true;
      readonly mayWrite: boolean;
      /** It could in an earlier epoch: what it wrote then and has not sent is its late draft (SY-22). */
      readonly couldWriteBefore: boolean;
      /** Why it may not write. */
      readonly reason?: ReadOnlyReason;
      /** When these rights may end without a command, as a guest's seat does: asked again then. */
      readonly until?: Date;
    };

export type NoEntry = "session-ended" | "no-right" | "seat-ended" | "unknown-case" | "unknown-document";

/** `presenter`: of whoever shows it to all, as guests see it, who read nothing but what is shown. `nobody`: it may not be read. */
export type Sight = "everybody" | "presenter" | "nobody";

/**
 * Asked at each opening, after each change of the document's authority or epoch, by `lookAgain`, and at `until`. Always
 * asked after the log was read: rights newer than the log's authority are harmless, because the append compares it (SY-20).
 * Throws when it cannot know; nobody is served then.
 */
export interface Rights {
  readonly onDocument: (visitor: Visitor, name: string) => Promise<DocumentRights>;
  /** Whose places the seat may see at what they point to: a document's name, `records`, or a record's id (SY-21). */
  readonly sightOf: (visitor: Visitor, target: string) => Promise<Sight>;
  /** The document that an alias (`opinion`) names in that case; a name that is none comes back unchanged. */
  readonly resolveName: (caseId: string, name: string) => Promise<string | undefined>;
}
