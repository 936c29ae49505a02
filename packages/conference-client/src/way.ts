import { capabilitiesAsSent } from "@consilium/conference";
import type { AnswerOf, Source, Stream } from "@consilium/conference";
import { Device } from "mediasoup-client";
import type { Producer, Transport } from "mediasoup-client/types";
import type { CallSettings } from "./call-settings.ts";
import { cannotCarry } from "./cannot-carry.ts";
import { openTransport } from "./open-transport.ts";
import { capabilitiesForBrowser, consumerForBrowser, iceForBrowser } from "./parameters.ts";
import { renewServers } from "./renew-servers.ts";
import { ConferenceRefused } from "./signalling.ts";
import { WishedConsumer } from "./wished-consumer.ts";
import type { Wishes } from "./wishes.ts";

/** Small, middle and large: what a tile of that size needs. */
const simulcast = [
  { rid: "r0", scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: "L1T3" },
  { rid: "r1", scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: "L1T3" },
  { rid: "r2", scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: "L1T3" },
];

/** What outlasts one generation of the room. */
interface WayInCall {
  readonly settings: CallSettings;
  readonly wishes: Wishes;
}

/** One generation of the room, as this page has it. */
export class Way {
  readonly known: readonly Stream[];
  readonly #generation: number;
  readonly #settings: CallSettings;
  readonly #wishes: Wishes;
  readonly #device: Device;
  readonly #out: Transport;
  readonly #in: Transport;
  readonly #producers = new Map<Source, Producer>();
  readonly #consumers = new Map<string, WishedConsumer>();
  /** What is received, asked for, or cannot be received here. */
  readonly #wanted = new Set<string>();

  private constructor(
    { settings, wishes }: WayInCall,
    { streams, generation }: Pick<AnswerOf<"openMedia">, "streams" | "generation">,
    device: Device,
    ways: { readonly out: Transport; readonly in: Transport },
  ) {
    this.known = streams;
    this.#generation = generation;
    this.#settings = settings;
    this.#wishes = wishes;
    this.#device = device;
    this.#out = ways.out;
    this.#in = ways.in;
  }

  static async open(inCall: WayInCall): Promise<Way> {
    const { settings, wishes } = inCall;
    const { signalling, handlerFactory } = settings;
    const told = await signalling.ask("openMedia", {});
    const { capabilities, iceServers } = told;
    wishes.keepOnly(told.streams);
    settings.events.known(told.streams);
    const device = new Device(handlerFactory && { handlerFactory });
    await device.load({ routerRtpCapabilities: capabilitiesForBrowser(capabilities) });
    const open = (direction: "send" | "receive"): Promise<Transport> =>
      openTransport({ signalling, device, direction, iceServers });
    const out = await open("send");
    return new Way(inCall, told, device, { out, in: await open("receive") });
  }

  /** Sends it, or tells that it cannot be carried: whatever else is sent and received goes on. */
  async send(source: Source, track: MediaStreamTrack, isPaused: boolean): Promise<void> {
    const { unsent } = this.#settings.events;
    if (!this.#device.canProduce(track.kind === "audio" ? "audio" : "video")) return unsent(source, true);
    try {
      await this.#produce(source, track, isPaused);
      unsent(source, false);
    } catch (cause) {
      if (!cannotCarry(cause)) throw cause;
      unsent(source, true);
    }
  }

  async #produce(source: Source, track: MediaStreamTrack, isPaused: boolean): Promise<void> {
    const before = this.#producers.get(source);
    if (before) {
      await before.replaceTrack({ track });
      if (before.paused !== isPaused) await this.pause(source, isPaused);
      return;
    }
    const producer = await this.#out.produce({
      track,
      // The page's own track goes on when the room moves.
      stopTracks: false,
      appData: { source },
      ...(source === "camera" && { encodings: simulcast }),
      codecOptions:
        source === "microphone"
          ? { opusFec: true, opusDtx: true, opusNack: true, opusStereo: false }
          : { videoGoogleStartBitrate: 1000 },
    });
    this.#producers.set(source, producer);
    if (isPaused) await this.pause(source, true);
  }

  async stop(source: Source): Promise<void> {
    const producer = this.#producers.get(source);
    this.#producers.delete(source);
    producer?.close();
    if (producer) await this.#settings.signalling.ask("closeProducer", { producer: producer.id });
  }

  async pause(source: Source, isPaused: boolean): Promise<void> {
    const producer = this.#producers.get(source);
    if (!producer) return;
    if (isPaused) producer.pause();
    else producer.resume();
    await this.#settings.signalling.ask(isPaused ? "pauseProducer" : "resumeProducer", {
      producer: producer.id,
    });
  }

  /** Sound before pictures: whoever comes in over a bad line hears first. */
  async receiveAll(streams: readonly Stream[]): Promise<void> {
    const soundFirst = streams.toSorted((one, other) => Number(isSeen(one)) - Number(isSeen(other)));
    for (const stream of soundFirst) await this.receive(stream);
  }

  async receive(stream: Stream): Promise<void> {
    if (this.#wanted.has(stream.producer)) return;
    this.#wanted.add(stream.producer);
    try {
      await this.#consume(stream);
    } catch (cause) {
      // It stays among what is wanted: nothing is gained by asking again.
      if (cannotCarry(cause)) return this.#settings.events.unreceived(stream.producer);
      this.#wanted.delete(stream.producer);
      // It has ended meanwhile: the others go on.
      if (!(cause instanceof ConferenceRefused) || cause.reason !== "no-such-thing") throw cause;
    }
  }

  async #consume(stream: Stream): Promise<void> {
    const { signalling, events } = this.#settings;
    const capabilities = capabilitiesAsSent(this.#device.recvRtpCapabilities);
    const asked = { transport: this.#in.id, producer: stream.producer, capabilities };
    const { consumer: id, kind, rtpParameters } = await signalling.ask("consume", asked);
    if (!this.#wanted.has(stream.producer)) return;
    const told = consumerForBrowser({ id, kind, producer: stream.producer, rtpParameters });
    const consumer = await this.#in.consume(told);
    if (!this.#wanted.has(stream.producer)) return consumer.close();
    const wished = new WishedConsumer({ signalling, consumer, wish: () => this.#wishes.of(stream) });
    this.#consumers.set(stream.producer, wished);
    events.received({ stream, track: consumer.track });
    await wished.follow();
  }

  forget(producer: string): void {
    this.#wanted.delete(producer);
    const consumer = this.#consumers.get(producer);
    this.#consumers.delete(producer);
    consumer?.close();
    if (consumer) this.#settings.events.gone(producer);
  }

  /** How it is wished has changed. */
  async wish(producer: string): Promise<void> {
    await this.#consumers.get(producer)?.follow();
  }

  /**
   * The line is back: both ways are looked for again, and what was begun and ended meanwhile is made up for. False: the room has moved, or
   * this browser has to begin anew.
   */
  async resume(): Promise<boolean> {
    const { generation, streams, iceServers } = await this.#settings.signalling.ask("openMedia", {});
    if (generation !== this.#generation) return false;
    // Before anything else is waited for: from now on what begins and ends is heard.
    this.#wishes.keepOnly(streams);
    this.#settings.events.known(streams);
    const sent = new Set(streams.map(({ producer }) => producer));
    for (const producer of this.#wanted) if (!sent.has(producer)) this.forget(producer);
    for (const transport of [this.#out, this.#in])
      if (!(await renewServers(transport, iceServers))) return false;
    await this.#restartIce();
    await this.receiveAll(streams);
    return true;
  }

  async #restartIce(): Promise<void> {
    for (const transport of [this.#out, this.#in]) {
      const { iceParameters } = await this.#settings.signalling.ask("restartIce", {
        transport: transport.id,
      });
      await transport.restartIce({ iceParameters: iceForBrowser(iceParameters) });
    }
  }

  count(): Promise<readonly RTCStatsReport[]> {
    return Promise.all([this.#out.getStats(), this.#in.getStats()]);
  }

  close(): void {
    for (const producer of this.#wanted) this.forget(producer);
    this.#out.close();
    this.#in.close();
  }
}

const isSeen = ({ kind }: Stream): boolean => kind === "video";
