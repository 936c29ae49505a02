import { createUlid, secureRandom, systemClock } from "@consilium/foundation";
import { createWatched, type Watchable } from "@consilium/workspace-client";
import { Refused } from "../app/refused.ts";
import { admitFiles, type LeftOut } from "./admit-files.ts";
import type { ChosenFile } from "./chosen-file.ts";
import type { Delivery, DeliveryApi } from "./delivery-api.ts";
import { DeliveryRun } from "./delivery-run.ts";
import { type DeliveryState, hasEnded } from "./delivery-state.ts";
import { totalsOf } from "./delivery-totals.ts";
import { type DeliveryStore, type KeptDelivery, openDeliveryStore } from "./kept-delivery.ts";
import { PhotoTray } from "./photo-tray.ts";
import { type Sample, withSample } from "./time-left.ts";
import type { UploadWay } from "./tus-transport.ts";

/** What of the last choice is not sent. */
export interface NotSent {
  readonly leftOut: readonly LeftOut[];
  readonly emptyFolders: readonly string[];
  readonly unreadable: readonly string[];
  /** Whether anything of the same choice is sent. */
  readonly isSomethingSent: boolean;
}

/** What a seat is handing over to a case in this tab. */
export interface HandingOver {
  /** Undefined: nothing is on the way. */
  readonly state: DeliveryState | undefined;
  /** Of the last half minute. */
  readonly samples: readonly Sample[];
  readonly notSent: NotSent | undefined;
  /** How the last delivery of this page ended. */
  readonly ended: "complete" | "cancelled" | undefined;
}

/** Of `DeliveryApi`, what it takes to send. */
export interface SendingApi extends Pick<DeliveryApi, "begin" | "complete" | "cancel" | "removeUpload"> {
  readonly one: (id: string) => Promise<{ readonly state: Delivery["state"] }>;
}

export interface CaseDeliveriesOptions {
  readonly api: SendingApi;
  /** Whose they are, as this device remembers it. */
  readonly place: string;
  readonly way: UploadWay;
}

/** Milliseconds: progress is shown so often; whatever else happens, at once. */
const rhythm = 250;

const idle: HandingOver = { state: undefined, samples: [], notSent: undefined, ended: undefined };

/** What somebody hands over at one place in this tab: one delivery at a time. It goes on while other pages are on screen. */
export class CaseDeliveries {
  readonly photos = new PhotoTray();
  readonly #options: CaseDeliveriesOptions;
  readonly #store: DeliveryStore;
  readonly #view = createWatched<HandingOver>(idle);
  readonly #found: Promise<void>;
  #run: DeliveryRun | undefined;
  #letGo: (() => void) | undefined;
  #showing: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CaseDeliveriesOptions) {
    this.#options = options;
    this.#store = openDeliveryStore(window.indexedDB, options.place);
    this.#found = this.#goOnWithKept();
  }

  get view(): Watchable<HandingOver> {
    return this.#view;
  }

  get run(): DeliveryRun | undefined {
    return this.#run;
  }

  /** Whether a reload would lose something that a person has chosen or taken. */
  get holdsFiles(): boolean {
    return (this.#run?.holdsFiles ?? false) || this.photos.photos.getSnapshot().length > 0;
  }

  /** To the delivery that is on the way, or to a new one. */
  async add(
    chosen: readonly ChosenFile[],
    dropped: Pick<NotSent, "emptyFolders" | "unreadable"> = nothingElse,
  ): Promise<void> {
    await this.#found;
    const open = this.#run && takesMore(this.#run.state) ? this.#run : undefined;
    const { files, leftOut } = admitFiles(chosen, open ? totalsOf(open.state).files : 0);
    const isAllSent = leftOut.length + dropped.emptyFolders.length + dropped.unreadable.length === 0;
    const isSomethingSent = files.length > 0;
    const notSent = isAllSent ? undefined : { leftOut, ...dropped, isSomethingSent };
    this.#show({ notSent, ended: undefined });
    if (files.length > 0) await (open ?? (await this.#begin())).add(files);
  }

  /** What was said about the last choice, or about the end, was read. */
  dismiss(): void {
    if (this.#run && hasEnded(this.#run.state)) this.#run = undefined;
    this.#show({ notSent: undefined, ended: undefined, state: this.#run?.state });
  }

  /** Nothing is sent any more. */
  close(): void {
    clearTimeout(this.#showing);
    this.#run?.close();
    this.#letGo?.();
  }

  #begin(): Promise<DeliveryRun> {
    return this.#start(createUlid(Date.now(), secureRandom), undefined);
  }

  /** A delivery that was under way when the page was left, unless another tab has it or the server is done with it. */
  async #goOnWithKept(): Promise<void> {
    const kept = await this.#store.find();
    if (!kept) return;
    const isOver = await this.#options.api.one(kept.id).then(
      ({ state }) => state !== "arriving",
      (error: unknown) => error instanceof Refused && error.status === 404,
    );
    if (isOver) return this.#store.forget(kept.id);
    await this.#start(kept.id, kept);
  }

  async #start(id: string, kept: KeptDelivery | undefined): Promise<DeliveryRun> {
    const { api, way } = this.#options;
    const run = new DeliveryRun({
      id,
      kept,
      api,
      store: this.#store,
      clock: systemClock,
      later: (act, milliseconds) => {
        const timer = setTimeout(act, milliseconds);
        return () => clearTimeout(timer);
      },
      openTransport: async () => {
        const { createTusTransport } = await import("./tus-transport.ts");
        return createTusTransport(way, id);
      },
      changed: (state) => this.#changed(state),
    });
    const letGo = await holdDelivery(id);
    if (!letGo && kept) return run;
    this.#letGo = letGo;
    this.#run = run;
    this.#show({ state: run.state, samples: [] });
    return run;
  }

  #changed(state: DeliveryState): void {
    if (state.phase.is !== this.#view.getSnapshot().state?.phase.is) return this.#showNow();
    this.#showing ??= setTimeout(() => this.#showNow(), rhythm);
  }

  #showNow(): void {
    clearTimeout(this.#showing);
    this.#showing = undefined;
    const state = this.#run?.state;
    if (!state) return;
    if (hasEnded(state)) this.#letGo?.();
    const { is } = state.phase;
    if (is === "complete" || is === "cancelled") {
      this.#run = undefined;
      return this.#show({ state: undefined, samples: [], ended: is });
    }
    const sample = { at: Date.now(), sent: totalsOf(state).sent };
    const samples = is === "arriving" ? withSample(this.#view.getSnapshot().samples, sample) : [];
    this.#show({ state, samples });
  }

  #show(change: Partial<HandingOver>): void {
    this.#view.set({ ...this.#view.getSnapshot(), ...change });
  }
}

const nothingElse = { emptyFolders: [], unreadable: [] };

const takesMore = (state: DeliveryState): boolean =>
  !hasEnded(state) && state.phase.is !== "ending" && state.phase.is !== "cancelling";

/** One tab at a time sends a delivery. Undefined: another does. */
const holdDelivery = (id: string): Promise<(() => void) | undefined> =>
  new Promise((resolve) => {
    void navigator.locks.request(`consilium-delivery-${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(undefined);
      const { promise, resolve: letGo } = Promise.withResolvers<void>();
      resolve(letGo);
      return promise;
    });
  });
