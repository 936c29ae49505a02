import {
  createAssembler,
  encodeBeat,
  encodeClose,
  encodeOpened,
  encodeRefused,
  encodeResync,
  encodeSaved,
  encodeStepOne,
  encodeStepTwo,
  encodeUpdate,
  framesOf,
  type ClientFrame,
  type OpenedTerms,
  readClientFrame,
  readMessage,
  type ReadOnlyReason,
  type RefusalReason,
} from "@consilium/workspace";
import * as Y from "yjs";
import type { ServerEnd, WireServer } from "./wire-line.ts";

interface Channel {
  readonly end: ServerEnd;
  readonly number: number;
  readonly terms: { clientId: number };
  readonly assemble: ReturnType<typeof createAssembler>;
  received: number;
  unanswered: number;
}

/** Someone at another server: what they wrote is news here, and nothing is said to them. */
export const elsewhere: Channel = {
  end: { url: "", send: () => {}, close: () => {} },
  number: 0,
  terms: { clientId: 0 },
  assemble: createAssembler(0),
  received: 0,
  unanswered: 0,
};

type Queued = { readonly channel: Channel; readonly update?: Uint8Array; readonly say?: () => void };

/** A document of the fake: what is admitted, what is committed, and what waits in between. */
export class FakeDocument {
  admitted = new Y.Doc();
  readonly committed = withoutCleanup(new Y.Doc());
  readonly queue: Queued[] = [];
  readonly channels = new Set<Channel>();
  sequence = 0;
  epoch = 1;
  schema = 1;
  readOnly: ReadOnlyReason | undefined;
  /** What becomes of the next writes instead. */
  fate: { readonly fate: "hold" | "late" | "reset"; readonly reason: RefusalReason } | undefined;
  /** Everything refused as late: what the server keeps as the author's late draft. */
  readonly lateDraft: Uint8Array[] = [];
  readonly digests: { readonly sequence: number; readonly sha256: Uint8Array }[] = [];
  gaps = 0;
  /** Its load fails: whoever opens it is sent away for now. */
  unavailable = false;

  constructor() {
    withoutCleanup(this.admitted);
  }
}

function withoutCleanup(doc: Y.Doc): Y.Doc {
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}

/** Speaks the wire for tests: counts, queues, and commits when it is told to. It trusts everybody. */
export class FakeServer implements WireServer {
  readonly documents = new Map<string, FakeDocument>();
  readonly ends = new Set<ServerEnd>();
  nextClientId = 1000;
  #heard: ClientFrame["kind"][] = [];

  document(name: string): FakeDocument {
    const found = this.documents.get(name) ?? new FakeDocument();
    this.documents.set(name, found);
    return found;
  }

  heard(): readonly ClientFrame["kind"][] {
    return this.#heard.splice(0);
  }

  connected(end: ServerEnd) {
    this.ends.add(end);
    const channels = new Map<number, { readonly channel: Channel; readonly document: FakeDocument }>();
    return {
      heard: (bytes: Uint8Array) => {
        const frame = readClientFrame(bytes);
        if (!frame) throw new Error("a client said something malformed");
        this.#heard.push(frame.kind);
        this.#take(end, channels, frame);
      },
      gone: () => {
        this.ends.delete(end);
        for (const { channel, document } of channels.values()) document.channels.delete(channel);
      },
    };
  }

  /** The oldest of what waits is committed. False: nothing waited. */
  commitOne(document: FakeDocument): boolean {
    const next = document.queue.shift();
    if (!next) return false;
    next.say?.();
    if (!next.update) return true;
    const novelty: Uint8Array[] = [];
    const note = (update: Uint8Array): void => void novelty.push(update);
    document.committed.on("update", note);
    Y.applyUpdate(document.committed, next.update);
    document.committed.off("update", note);
    document.sequence += novelty.length;
    const { channel } = next;
    for (const update of novelty)
      for (const other of document.channels) if (other !== channel) tell(other, encodeUpdate(update));
    return true;
  }

  /** The log is lost before what waits was committed (SY-4): loaded again, everybody is asked. */
  throwAway(document: FakeDocument): void {
    document.queue.length = 0;
    document.admitted = withoutCleanup(new Y.Doc());
    Y.applyUpdate(document.admitted, Y.encodeStateAsUpdate(document.committed));
    for (const channel of document.channels) {
      tell(channel, encodeStepTwo(Y.encodeStateAsUpdate(document.committed)));
      channel.unanswered = 0;
      ask(document, channel);
    }
  }

  /** New terms for everybody, as after signing or when a seat ends. */
  announce(document: FakeDocument): void {
    for (const channel of document.channels) openedFrame(document, channel);
  }

  #take(
    end: ServerEnd,
    channels: Map<number, { readonly channel: Channel; readonly document: FakeDocument }>,
    frame: ClientFrame,
  ): void {
    if (frame.kind === "beat") return end.send(encodeBeat());
    if (frame.kind === "own-place") return;
    if (frame.kind === "open") {
      const document = this.document(frame.document);
      const away = { channel: frame.channel, code: 4503, reason: "log-unavailable" };
      if (document.unavailable) return end.send(encodeClose(away));
      const clientId = frame.wish.have ?? (this.nextClientId += 1);
      const assemble = createAssembler(1 << 24);
      const channel = {
        end,
        number: frame.channel,
        terms: { clientId },
        assemble,
        received: 0,
        unanswered: 0,
      };
      channels.set(frame.channel, { channel, document });
      document.channels.add(channel);
      return openedFrame(document, channel);
    }
    const found = channels.get(frame.channel);
    if (!found) return;
    const { channel, document } = found;
    if (frame.kind === "close") return void document.channels.delete(channel);
    if (frame.kind === "digest") return void document.digests.push(frame);
    if (frame.kind === "data") return hear(document, channel, frame.message);
    const assembled = channel.assemble(frame);
    if (assembled.state === "whole") hear(document, channel, assembled.message);
  }
}

function openedFrame(document: FakeDocument, channel: Channel): void {
  const { epoch, schema, sequence, readOnly } = document;
  const terms: OpenedTerms = { ...channel.terms, epoch, schema, sequence, mayWrite: !readOnly };
  channel.end.send(
    encodeOpened({ channel: channel.number, terms: readOnly ? { ...terms, reason: readOnly } : terms }),
  );
}

function tell(channel: Channel, message: Uint8Array): void {
  for (const frame of framesOf(channel.number, message)) channel.end.send(frame);
}

function ask(document: FakeDocument, channel: Channel): void {
  if (document.readOnly && document.readOnly !== "signed") return;
  channel.unanswered += 1;
  const vector = Y.encodeStateVector(document.admitted);
  document.queue.push({ channel, say: () => tell(channel, encodeStepOne(vector)) });
}

function hear(document: FakeDocument, channel: Channel, bytes: Uint8Array): void {
  const message = readMessage(bytes);
  if (message?.kind === "step-one") {
    const answer = Y.encodeStateAsUpdate(document.admitted, message.vector);
    document.queue.push({ channel, say: () => tell(channel, encodeStepTwo(answer)) });
    return ask(document, channel);
  }
  if (message?.kind !== "step-two" && message?.kind !== "update") return;
  channel.received += 1;
  if (message.kind === "step-two") channel.unanswered = Math.max(0, channel.unanswered - 1);
  else if (channel.unanswered > 0) return;
  write(document, channel, message.update);
}

function write(document: FakeDocument, channel: Channel, update: Uint8Array): void {
  const { number, received } = channel;
  if (document.fate && addsTo(document.admitted, update)) {
    if (document.fate.fate === "late") document.lateDraft.push(update);
    return channel.end.send(encodeRefused({ channel: number, count: received, ...document.fate }));
  }
  Y.applyUpdate(document.admitted, update);
  const { store } = document.admitted;
  if (store.pendingStructs ?? store.pendingDs) {
    store.pendingStructs = null;
    store.pendingDs = null;
    document.gaps += 1;
    channel.unanswered += 1;
    const vector = Y.encodeStateVector(document.admitted);
    return channel.end.send(encodeResync({ channel: number, vector }));
  }
  const saved = () =>
    channel.end.send(encodeSaved({ channel: number, count: received, sequence: document.sequence }));
  document.queue.push({ channel, update }, { channel, say: saved });
}

/** Whether a replica, or an update, holds anything that the document lacks, deletions included. */
export function addsTo(document: Y.Doc, update: Uint8Array): boolean {
  const copy = withoutCleanup(new Y.Doc());
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  let novelty = false;
  copy.on("update", () => {
    novelty = true;
  });
  Y.applyUpdate(copy, update);
  return novelty || copy.store.pendingStructs !== null || copy.store.pendingDs !== null;
}

export const closeChannels = (document: FakeDocument, code: number, reason: string): void => {
  for (const { end, number } of document.channels) end.send(encodeClose({ channel: number, code, reason }));
};
