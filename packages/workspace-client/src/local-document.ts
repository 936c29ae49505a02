import type { DocumentKind } from "@consilium/clinical";
import type { Clock, Random } from "@consilium/foundation";
import {
  canonicalRendering,
  closeCodes,
  encodeStepTwo,
  isCloseReason,
  isFinalClose,
  type OpenedTerms,
  type ReadOnlyReason,
  type RefusalFate,
  type RefusalReason,
  vocabularyFor,
} from "@consilium/workspace";
import * as Y from "yjs";
import type { Connection } from "./connection.ts";
import { Digests } from "./digest.ts";
import { DocumentDoor } from "./document-door.ts";
import { type DocumentEnd, type DocumentSnapshot, snapshotOf } from "./document-snapshot.ts";
import { insertedText } from "./inserted-text.ts";
import type { DocumentOutbox } from "./outbox/outbox.ts";
import { Replica } from "./replica.ts";
import { type NotSaved, statusOf } from "./save-status.ts";
import { type KeptFrame, SavedState } from "./saved-state.ts";
import { type Fault, faultsOf, guardRemoteChanges } from "./schema-guard.ts";
import { createWatched, type Watchable } from "./watched.ts";

export interface LocalDocumentOptions {
  readonly connection: Connection;
  readonly name: string;
  readonly kind: DocumentKind;
  /** The newest schema of documents that this app knows. */
  readonly schema: number;
  readonly outbox: DocumentOutbox;
  readonly clock: Clock;
  readonly random: Pick<Random, "below">;
  readonly createId: () => string;
  readonly fault: (document: string, cause: unknown) => void;
}

/** Codes after which what was not saved may still be: the person signs in again, the app is updated. */
const keepsFrames: ReadonlySet<number> = new Set([
  closeCodes.left,
  closeCodes["session-ended"],
  closeCodes["schema-too-old"],
]);

/** A right that will not come back: the server does not ask for what was written under it. */
const withoutRight: ReadonlySet<ReadOnlyReason | undefined> = new Set(["no-right", "case-closed"]);

/** One document as this page holds it: the replica of the moment, and what is true of its changes. */
export class LocalDocument {
  readonly #options: LocalDocumentOptions;
  readonly #saved = new SavedState();
  readonly #door: DocumentDoor;
  readonly #digests: Digests;
  readonly #snapshot = createWatched<DocumentSnapshot>({
    phase: "opening",
    status: { state: "saved", at: undefined },
  });
  readonly snapshot: Watchable<DocumentSnapshot> = this.#snapshot;
  readonly #unbinders = new Set<() => void>();
  #terms: OpenedTerms | undefined;
  #replica: Replica | undefined;
  /** Counts the replicas: what an earlier one began is not finished for a later one. */
  #generation = 0;
  #building = false;
  #adopted = false;
  #author = false;
  #faults: readonly Fault[] = [];
  #stopGuard: (() => void) | undefined;
  #savedAt: Date | undefined;
  #held = false;
  #late = false;
  #notSaved: NotSaved | undefined;
  #end: DocumentEnd | undefined;

  constructor(options: LocalDocumentOptions) {
    this.#options = options;
    this.#door = new DocumentDoor(options.connection, options.name, options.schema, {
      opened: (terms) => this.#opened(terms),
      wrote: (isAnswer) => this.#saved.wrote(isAnswer),
      awareness: (message) => this.#replica?.offerCaret(message),
      saved: (count, sequence) => this.#acknowledged(count, sequence),
      refused: (count, fate, reason) => this.#refused(count, fate, reason),
      resync: (vector) => this.#answer(vector),
      closed: (code, reason) => this.#closed(code, reason),
    });
    this.#digests = new Digests({
      random: options.random,
      render: () => (this.#replica ? canonicalRendering(this.#replica.doc, options.kind) : ""),
      send: (sequence, sha256) => this.#door.digest(sequence, sha256),
    });
    this.#door.knock();
  }

  get name(): string {
    return this.#options.name;
  }

  /** Called within the transaction that brought something unknown, before any editor sees it: unbind at once (SY-23). */
  onUnbind(unbind: () => void): () => void {
    this.#unbinders.add(unbind);
    return () => void this.#unbinders.delete(unbind);
  }

  /** Changes that would be lost with this page: neither committed nor in this device's store. */
  get unstored(): number {
    return this.#options.outbox.unstored();
  }

  /** The person has read why something was not saved, and has copied what they want. */
  dismissNotice(): void {
    this.#notSaved = undefined;
    this.#publish();
  }

  /** After the server's last word: asks once more, because the person does. */
  reopen(): void {
    if (!this.#end) return;
    this.#end = undefined;
    this.#startAnew();
  }

  /** Kept frames stay for whoever opens the document next. */
  close(): void {
    this.#end = { code: closeCodes.left, reason: "left" };
    this.#dropReplica();
    this.#options.outbox.close();
    this.#publish();
  }

  #opened(terms: OpenedTerms): void {
    this.#terms = terms;
    this.#author ||= terms.mayWrite;
    if (this.#replica && this.#replica.clientId !== terms.clientId) return this.#startAnew();
    if (!this.#replica && !this.#building) void this.#build(terms);
    if (this.#replica && this.#saved.count > 0 && withoutRight.has(terms.reason))
      return this.#reset("no-right");
    this.#publish();
  }

  /** The order of protocol.md: the id, the document, the saved state, what was kept, and only then a socket. */
  async #build(terms: OpenedTerms): Promise<void> {
    this.#building = true;
    const generation = this.#generation;
    const adopted = this.#adopted ? [] : await this.#adopt();
    if (generation !== this.#generation || this.#end) return;
    this.#building = false;
    this.#adopted = true;
    this.#saved.adopt(adopted);
    const { name, clock } = this.#options;
    this.#replica = new Replica(terms.clientId, name, this.#saved.frames, this.#door, clock, {
      changedHere: (update) => this.#changedHere(update),
      changedElsewhere: () => this.#digests.moved(),
      synced: () => this.#synced(),
      connected: () => this.#publish(),
      lostItsId: () => queueMicrotask(() => this.#startAnew(generation)),
      isAuthor: () => this.#author,
    });
    const latest = this.#terms;
    if (latest && this.#saved.count > 0 && withoutRight.has(latest.reason)) return this.#reset("no-right");
    this.#publish();
  }

  async #adopt(): Promise<readonly KeptFrame[]> {
    try {
      return await this.#options.outbox.adopt();
    } catch (cause) {
      // They stay where they are, for the next opening.
      this.#options.fault(this.name, cause);
      return [];
    }
  }

  #changedHere(update: Uint8Array): void {
    this.#digests.moved();
    // A reader's server takes nothing from it; only an editor that is bound against the rules could come here.
    if (!this.#author) return;
    const frame = { id: this.#options.createId(), update };
    this.#saved.changed(frame);
    void this.#options.outbox.keep(frame).then(() => this.#kept());
    this.#publish();
  }

  /** Only where the person is told of it: while they are on the way nobody asks where the changes are kept. */
  #kept(): void {
    if (!this.#isOnTheWay && !this.#end) this.#publish();
  }

  get #isOnTheWay(): boolean {
    return this.#door.isOpen && !this.#held;
  }

  #acknowledged(count: number, sequence: number): void {
    const settled = this.#saved.settled(count);
    this.#options.outbox.forget(settled);
    this.#held = false;
    if (settled.length > 0) this.#savedAt = this.#options.clock();
    if (this.#saved.count === 0) this.#digests.acknowledged(sequence);
    this.#publish();
  }

  #refused(count: number, fate: RefusalFate, reason: RefusalReason): void {
    switch (fate) {
      case "hold":
        this.#held = true;
        this.#saved.held();
        return this.#publish();
      case "late":
        this.#late = true;
        // Nothing is dropped before the server has all of it; with nothing waiting there is nothing to drop.
        if (this.#saved.count === 0 || this.#saved.need > count) return this.#publish();
        this.#notSaved = { state: "not-saved", fate, reason, text: [] };
        this.#options.outbox.forget(this.#saved.drop());
        return this.#startAnew();
      case "reset":
        return this.#reset(reason);
    }
  }

  #reset(reason: NotSaved["reason"]): void {
    this.#loseFrames(reason);
    this.#startAnew();
  }

  #unsavedText(): NotSaved["text"] {
    const updates = this.#saved.frames.map(({ update }) => update);
    return insertedText(this.#replica?.doc ?? new Y.Doc(), updates);
  }

  #answer(vector: Uint8Array): void {
    if (this.#replica) this.#door.write(encodeStepTwo(Y.encodeStateAsUpdate(this.#replica.doc, vector)));
  }

  #closed(code: number, reason: string): void {
    this.#saved.newLine();
    this.#digests.moved();
    if (!isFinalClose(code)) {
      // With a replica its provider dials again.
      if (!this.#replica && !this.#building) this.#knockLater();
      return this.#publish();
    }
    const isLost = !keepsFrames.has(code);
    const why = isCloseReason(reason) ? reason : "no-right";
    if (isLost && this.#saved.count > 0) this.#loseFrames(why);
    if (isLost && !this.#adopted) void this.#loseKept(why);
    this.#end = { code, reason };
    this.#dropReplica();
    this.#publish();
  }

  #loseFrames(reason: NotSaved["reason"]): void {
    this.#notSaved = { state: "not-saved", fate: "reset", reason, text: this.#unsavedText() };
    this.#options.outbox.forget(this.#saved.drop());
  }

  /** The door was closed before the document was there: what an earlier page kept for it is given back all the same. */
  async #loseKept(reason: NotSaved["reason"]): Promise<void> {
    this.#adopted = true;
    this.#saved.adopt(await this.#adopt());
    if (this.#saved.count === 0) return;
    this.#loseFrames(reason);
    this.#publish();
  }

  #knockLater(): void {
    const generation = this.#generation;
    const wait = 500 + this.#options.random.below(1500);
    setTimeout(() => this.#startAnew(generation), wait);
  }

  #synced(): void {
    if (!this.#replica) return;
    const { doc, synced } = this.#replica;
    const vocabulary = vocabularyFor(this.#options.kind);
    this.#faults = faultsOf(doc, vocabulary);
    // Nobody binds a document that is not whole yet, and what made it whole has just been looked at.
    if (synced) this.#stopGuard ??= guardRemoteChanges(doc, vocabulary, (faults) => this.#unknown(faults));
    this.#publish();
  }

  #unknown(faults: readonly Fault[]): void {
    this.#faults = faults;
    for (const unbind of this.#unbinders) unbind();
    this.#publish();
  }

  #startAnew(generation = this.#generation): void {
    if (generation !== this.#generation || this.#end) return;
    this.#dropReplica();
    this.#saved.newLine();
    this.#publish();
    this.#door.knock();
  }

  #dropReplica(): void {
    this.#generation += 1;
    this.#building = false;
    this.#author = false;
    this.#late = false;
    this.#held = false;
    this.#faults = [];
    this.#terms = undefined;
    this.#stopGuard?.();
    this.#stopGuard = undefined;
    this.#digests.moved();
    const replica = this.#replica;
    this.#replica = undefined;
    // First: a provider that ends closes its socket, which would be heard as a line that broke, and the document opened again.
    this.#door.forget();
    replica?.destroy();
  }

  #publish(): void {
    this.#snapshot.set(
      snapshotOf({
        end: this.#end,
        terms: this.#terms,
        replica: this.#replica,
        faults: this.#faults,
        isLate: this.#late,
        status: statusOf({
          notSaved: this.#notSaved,
          waiting: this.#saved.count,
          unstored: this.#options.outbox.unstored(),
          isStoreRefusing: this.#options.outbox.isRefusing(),
          savedAt: this.#savedAt,
          isOnTheWay: this.#isOnTheWay,
        }),
      }),
    );
  }
}
