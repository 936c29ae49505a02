import { ownPath } from "./admit-files.ts";
import type { ChosenFile } from "./chosen-file.ts";
import { ConnectionWatch, type ConnectionWatchParts } from "./connection-watch.ts";
import type { DeliveryApi } from "./delivery-api.ts";
import { DeliveryQuestions, type QuestionActs } from "./delivery-questions.ts";
import {
  deliver,
  type DeliveryEvent,
  type DeliveryState,
  hasEnded,
  newDelivery,
  type SentFile,
} from "./delivery-state.ts";
import { isAllThere, totalsOf } from "./delivery-totals.ts";
import { FileSender } from "./file-sender.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { DeliveryStore, KeptDelivery } from "./kept-delivery.ts";
import type { SendEvents, SendFailure, Transport } from "./transport.ts";

export interface DeliveryRunParts extends Pick<ConnectionWatchParts, "clock" | "later"> {
  readonly id: string;
  /** Of an earlier page. */
  readonly kept?: KeptDelivery | undefined;
  readonly api: Pick<DeliveryApi, "begin" | "complete" | "cancel" | "removeUpload">;
  readonly store: DeliveryStore;
  readonly openTransport: () => Promise<Transport>;
  /** After each change. */
  readonly changed: (state: DeliveryState) => void;
}

const atOnce = 3;
/** How often a file whose upload has gone from the server is begun anew. */
const mostGone = 3;

/**
 * Carries one delivery to its end: begins it, sends its files three at a time, waits where nothing gets through, and says
 * when all are there. What an event makes of it is `deliver`'s to say; this only acts on it.
 */
export class DeliveryRun {
  readonly #parts: DeliveryRunParts;
  readonly #sender: FileSender;
  readonly #connection: ConnectionWatch;
  readonly #questions: DeliveryQuestions;
  readonly #files = new Map<string, File>();
  readonly #gone = new Map<number, number>();
  #state: DeliveryState;
  #isClosed = false;

  constructor(parts: DeliveryRunParts) {
    this.#parts = parts;
    this.#sender = new FileSender(parts.openTransport);
    this.#state = newDelivery(parts.id, parts.kept?.files.map(remembered));
    this.#connection = new ConnectionWatch({
      clock: parts.clock,
      later: parts.later,
      tryAgain: () => this.#settle(),
      silent: () => this.#noAnswer(),
    });
    this.#questions = new DeliveryQuestions(parts.id, parts.api, this.#answers(), parts.kept !== undefined);
  }

  get state(): DeliveryState {
    return this.#state;
  }

  /** Whether the page holds files that a reload would lose. */
  get holdsFiles(): boolean {
    const { files, lost, there } = totalsOf(this.#state);
    return !hasEnded(this.#state) && files - lost - there > 0;
  }

  /** What is there already is not sent again; two files of one path get each their own. */
  async add(chosen: readonly ChosenFile[]): Promise<void> {
    const { id, store } = this.#parts;
    const known = await Promise.all(
      chosen.map(async ({ path, file }) => ({ path, file, id: await fingerprintOf(id, { path, file }) })),
    );
    if (this.#isClosed) return;
    for (const one of known) this.#files.set(one.id, one.file);
    this.#turn({ is: "chosen", files: withOwnPaths(this.#state.files, known) });
    await store.keep(id);
    const ids = new Set(known.map((one) => one.id));
    await store.keepFiles(this.#state.files.filter((one) => ids.has(one.id)).map(this.#kept));
  }

  pause(): void {
    this.#sender.pauseAll();
    this.#turn({ is: "paused" });
  }

  resume(): void {
    this.#turn({ is: "resumed" });
  }

  pauseFile(at: number): void {
    this.#sender.pause(at);
    this.#turn({ is: "file-paused", at });
  }

  resumeFile(at: number): void {
    this.#turn({ is: "file-resumed", at });
  }

  /** What has arrived of it goes. */
  takeOut(at: number): void {
    const url = this.#state.files[at]?.url ?? null;
    if (!this.#sender.remove(at)) this.#removeUpload(url);
    this.#turn({ is: "taken-out", at });
    if (totalsOf(this.#state).files === 0) this.cancel();
  }

  /** Without the files that were not chosen again. */
  goOnWithout(): void {
    for (const { state, url } of this.#state.files) if (state === "lost") this.#removeUpload(url);
    this.#turn({ is: "gone-on-without" });
    if (totalsOf(this.#state).files === 0) this.cancel();
  }

  /** Nothing of it stays. */
  cancel(): void {
    this.#sender.pauseAll();
    this.#connection.stopWaiting();
    this.#turn({ is: "cancelling" });
  }

  /** The browser says that there is a network again. */
  retryNow(): void {
    this.#connection.tryNow();
  }

  /** The browser says that there is none. */
  connectionLost(): void {
    if (this.#state.phase.is === "arriving" && totalsOf(this.#state).moving > 0) this.#noAnswer();
  }

  /** Nothing is sent any more; what has arrived stays, and is remembered. */
  close(): void {
    this.#isClosed = true;
    this.#connection.close();
    this.#sender.close();
  }

  #turn(event: DeliveryEvent): void {
    if (this.#isClosed) return;
    const before = this.#state;
    this.#state = deliver(before, event);
    if (this.#state === before) return;
    this.#parts.changed(this.#state);
    if (event.is !== "progress" && event.is !== "located") this.#settle();
  }

  /** Does what comes next. */
  #settle(): void {
    if (this.#isClosed || this.#connection.isWaiting) return;
    switch (this.#state.phase.is) {
      case "arriving":
      case "offline":
        return this.#sendNext();
      case "ending":
        return this.#questions.complete();
      case "cancelling":
        return this.#questions.cancel();
      case "paused":
        return;
      case "complete":
      case "cancelled":
      case "stopped":
        this.close();
        return void this.#parts.store.forget(this.#parts.id);
    }
  }

  #answers(): QuestionActs {
    return {
      state: () => this.#state,
      turn: (event) => this.#turn(event),
      gotThrough: () => this.#connection.gotThrough(),
      noAnswer: () => this.#noAnswer(),
      signedOut: () => this.pause(),
      settle: () => this.#settle(),
    };
  }

  #sendNext(): void {
    const { files, phase } = this.#state;
    const totals = totalsOf(this.#state);
    if (totals.files === 0) return;
    if (!this.#questions.isBegun) return this.#questions.begin();
    if (isAllThere(totals)) {
      if (phase.is === "offline") return this.#turn({ is: "got-through" });
      return this.#turn({ is: "ending" });
    }
    let sending = 0;
    for (const [at, { state }] of files.entries()) {
      if (state !== "sending") continue;
      sending += 1;
      if (this.#sender.has(at)) this.#sender.resume(at);
      else this.#send(at);
    }
    // Where nothing got through, one file tries the way for all.
    const most = phase.is === "offline" ? 1 : atOnce;
    for (let at = 0; at < files.length && sending < most; at += 1) {
      if (files[at]?.state !== "waiting") continue;
      sending += 1;
      this.#send(at);
    }
    this.#connection.watch(() => !this.#isClosed && this.#isSending());
  }

  #isSending(): boolean {
    const { files, phase } = this.#state;
    const isMoving = phase.is === "arriving" || phase.is === "offline";
    return isMoving && files.some(({ state }) => state === "sending");
  }

  #send(at: number): void {
    const { id, path, url } = this.#state.files[at] ?? {};
    const file = id === undefined ? undefined : this.#files.get(id);
    if (id === undefined || !file || typeof path !== "string") return;
    this.#state = deliver(this.#state, { is: "begun", at });
    this.#parts.changed(this.#state);
    this.#connection.sign();
    const isStillWanted = () =>
      this.#state.files[at]?.state === "sending" && this.#state.phase.is !== "paused";
    const job = { id, path, file, url: url ?? null };
    void this.#sender.send(at, job, this.#eventsOf(at), isStillWanted);
  }

  #eventsOf(at: number): SendEvents {
    return {
      located: (url) => {
        this.#turn({ is: "located", at, url });
        this.#keep(at);
      },
      progress: (sent) => {
        this.#connection.sign();
        this.#turn({ is: "progress", at, sent });
      },
      gotThrough: () => {
        this.#connection.gotThrough();
        this.#turn({ is: "got-through" });
      },
      arrived: () => {
        this.#turn({ is: "arrived", at });
        this.#keep(at);
      },
      failed: (failure) => this.#failed(at, failure),
    };
  }

  #failed(at: number, failure: SendFailure): void {
    switch (failure.why) {
      case "no-answer":
        this.#state = deliver(this.#state, { is: "failed", at });
        return this.#noAnswer();
      case "gone": {
        const times = (this.#gone.get(at) ?? 0) + 1;
        this.#gone.set(at, times);
        this.#turn({ is: "located", at, url: null });
        return this.#turn({ is: times > mostGone ? "refused" : "failed", at });
      }
      case "too-large":
        return this.#turn({ is: "refused", at });
      case "signed-out":
        this.pause();
        return this.#turn({ is: "failed", at });
      case "refused":
        return this.#turn({ is: "stopped", sentence: failure.sentence });
    }
  }

  #noAnswer(): void {
    if (this.#isClosed) return;
    this.#sender.pauseAll();
    this.#connection.lost();
    this.#turn({ is: "connection-lost" });
  }

  #keep(at: number): void {
    const file = this.#state.files[at];
    if (file && !hasEnded(this.#state)) void this.#parts.store.keepFiles([this.#kept(file)]);
  }

  readonly #kept = ({ id, bytes, url, state }: SentFile) => ({
    delivery: this.#parts.id,
    id,
    bytes,
    url,
    isThere: state === "there",
  });

  /** Where nobody answers it stays, unfinished: the server leaves such files out when it reads. */
  #removeUpload(url: string | null): void {
    if (url !== null) void this.#parts.api.removeUpload(url).catch(() => undefined);
  }
}

const remembered = ({ id, bytes, url, isThere }: KeptDelivery["files"][number]): SentFile => ({
  id,
  bytes,
  url,
  path: null,
  sent: isThere ? bytes : 0,
  state: isThere ? "there" : "lost",
});

/** As they are called in the delivery. A file that it knows keeps its path. */
function withOwnPaths(
  files: readonly SentFile[],
  known: readonly { readonly id: string; readonly path: string; readonly file: File }[],
): Pick<SentFile, "id" | "path" | "bytes">[] {
  const paths = new Map(files.flatMap(({ id, path }) => (path === null ? [] : [[id, path] as const])));
  const taken = new Set(paths.values());
  return known.map(({ id, path: asked, file }) => {
    const path = paths.get(id) ?? ownPath(asked, taken);
    paths.set(id, path);
    taken.add(path);
    return { id, path, bytes: file.size };
  });
}
