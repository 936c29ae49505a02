import { parametersAsSent } from "@consilium/conference";
import type { RtpCapabilities, RtpParameters } from "@consilium/conference";
import * as ortc from "mediasoup/ortc";
import {
  CannotCarry,
  type Direction,
  type Media,
  type MediaEvents,
  type MediaHealth,
  type MediaRoom,
  NoMedia,
  NoSuchThing,
  type OpenedTransport,
  type ReceivedStream,
  type RunningRecording,
  type SentStream,
} from "../media.ts";
import { capabilitiesFor, parametersFor } from "../mediasoup/parameters.ts";

const dtlsParameters = {
  fingerprints: [{ algorithm: "sha-256" as const, value: `${"AA:".repeat(31)}AA` }],
};
const iceParameters = { usernameFragment: "fragment", password: "password" };

/** Media that carry nothing and remember what is open. */
export class FakeMedia implements Media {
  #health: MediaHealth = { is: "ready" };
  readonly #rooms: FakeRoom[] = [];
  #gate: Promise<void> = Promise.resolve();
  readonly #capabilities: RtpCapabilities;

  /** `capabilities`: what its rooms say that they carry. */
  constructor(capabilities: RtpCapabilities = { codecs: [] }) {
    this.#capabilities = capabilities;
  }

  health(): MediaHealth {
    return this.#health;
  }

  setHealth(health: MediaHealth): void {
    this.#health = health;
  }

  get rooms(): number {
    return this.#rooms.length;
  }

  /** What is open in the newest room: `transport-1`, `producer-2`. */
  open(): readonly string[] {
    return this.#newest.open();
  }

  paused(): readonly string[] {
    return [...this.#newest.paused];
  }

  /** The worker of the newest room dies. */
  die(): void {
    this.#newest.die();
  }

  /** From now on what is opened waits until it is let go. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  async openRoom(events: MediaEvents): Promise<MediaRoom> {
    if (this.#health.is !== "ready") throw new NoMedia(this.#health.because);
    await this.#gate;
    const room = new FakeRoom(this.#capabilities, events, () => this.#gate);
    this.#rooms.push(room);
    return room;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  get #newest(): FakeRoom {
    const newest = this.#rooms.at(-1);
    if (!newest) throw new Error("No room is open");
    return newest;
  }
}

class FakeRoom implements MediaRoom {
  readonly capabilities: RtpCapabilities;
  readonly paused = new Set<string>();
  /** By its id, over what it goes. */
  readonly #things = new Map<string, string>();
  readonly #sent = new Map<string, SentStream>();
  readonly #events: MediaEvents;
  readonly #gate: () => Promise<void>;
  #count = 0;
  #isDead = false;

  constructor(capabilities: RtpCapabilities, events: MediaEvents, gate: () => Promise<void>) {
    this.capabilities = capabilities;
    this.#events = events;
    this.#gate = gate;
  }

  open(): readonly string[] {
    return this.#isDead ? [] : [...this.#things.keys()];
  }

  die(): void {
    this.#isDead = true;
    this.#events.died();
  }

  async openTransport(_direction: Direction): Promise<OpenedTransport> {
    await this.#gate();
    return { transport: this.#make("transport", ""), iceParameters, iceCandidates: [], dtlsParameters };
  }

  async connectTransport(transport: string): Promise<void> {
    this.#need(transport);
  }

  async restartIce(transport: string) {
    this.#need(transport);
    return { ...iceParameters, password: "another" };
  }

  closeTransport(transport: string): void {
    this.#drop(transport);
  }

  async produce(transport: string, sent: SentStream): Promise<string> {
    await this.#gate();
    this.#need(transport);
    if (sent.rtpParameters.codecs.some(({ mimeType }) => mimeType === "video/none")) throw new CannotCarry();
    const producer = this.#make("producer", transport);
    this.#sent.set(producer, sent);
    return producer;
  }

  async pauseProducer(producer: string, isPaused: boolean): Promise<void> {
    this.#pause(producer, isPaused);
  }

  closeProducer(producer: string): void {
    this.#drop(producer);
  }

  async consume(transport: string, producer: string, capabilities: RtpCapabilities): Promise<ReceivedStream> {
    this.#need(transport);
    this.#need(producer);
    const sent = this.#sent.get(producer);
    if (!sent) throw new NoSuchThing(producer);
    const rtpParameters = this.#received(sent, capabilities);
    const consumer = this.#make("consumer", transport);
    this.paused.add(consumer);
    return { consumer, kind: sent.kind, rtpParameters };
  }

  /** As mediasoup would send it on, where the room says what it carries. */
  #received({ kind, rtpParameters }: SentStream, capabilities: RtpCapabilities): RtpParameters {
    const carried = capabilitiesFor(this.capabilities);
    if (!carried.codecs?.length) return rtpParameters;
    const sent = parametersFor(rtpParameters);
    const mapping = ortc.getProducerRtpParametersMapping(sent, carried);
    const consumableRtpParameters = ortc.getConsumableRtpParameters(kind, sent, carried, mapping);
    const remoteRtpCapabilities = capabilitiesFor(capabilities);
    if (!ortc.canConsume(consumableRtpParameters, remoteRtpCapabilities)) throw new CannotCarry();
    return parametersAsSent(
      ortc.getConsumerRtpParameters({
        consumableRtpParameters,
        remoteRtpCapabilities,
        pipe: false,
        enableRtx: true,
      }),
    );
  }

  async pauseConsumer(consumer: string, isPaused: boolean): Promise<void> {
    this.#pause(consumer, isPaused);
  }

  async setLayers(consumer: string): Promise<void> {
    this.#need(consumer);
  }

  /** One byte when it begins, one when it is stopped. */
  async record(producers: readonly string[]): Promise<RunningRecording> {
    for (const producer of producers) this.#need(producer);
    const { promise, resolve } = Promise.withResolvers<void>();
    async function* bytes() {
      yield Uint8Array.of(1);
      await promise;
      yield Uint8Array.of(2);
    }
    return { bytes: bytes(), stop: async () => resolve() };
  }

  close(): void {
    this.#things.clear();
  }

  #make(what: string, over: string): string {
    if (this.#isDead) throw new Error("A call of a dead worker");
    this.#count += 1;
    const id = `${what}-${this.#count}`;
    this.#things.set(id, over);
    return id;
  }

  #need(id: string): void {
    if (this.#isDead) throw new Error("A call of a dead worker");
    if (!this.#things.has(id)) throw new NoSuchThing(id);
  }

  #drop(id: string): void {
    if (this.#isDead) throw new Error("A call of a dead worker");
    for (const [thing, over] of this.#things) if (over === id) this.#drop(thing);
    this.#things.delete(id);
  }

  #pause(id: string, isPaused: boolean): void {
    this.#need(id);
    if (isPaused) this.paused.add(id);
    else this.paused.delete(id);
  }
}
