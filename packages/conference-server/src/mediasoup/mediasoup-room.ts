import { capabilitiesAsSent, parametersAsSent } from "@consilium/conference";
import type { DtlsParameters, IceParameters, RtpCapabilities } from "@consilium/conference";
import type {
  ActiveSpeakerObserver,
  Consumer,
  Producer,
  Router,
  WebRtcServer,
  WebRtcTransport,
} from "mediasoup/types";
import {
  CannotCarry,
  type Direction,
  type MediaEvents,
  type MediaRoom,
  NoSuchThing,
  type OpenedTransport,
  type ReceivedStream,
  type SentStream,
} from "../media.ts";
import { candidatesAt } from "./candidates.ts";
import { firstBitrate } from "./codecs.ts";
import { capabilitiesFor, parametersFor } from "./parameters.ts";

interface Parts {
  readonly router: Router;
  readonly server: WebRtcServer;
  /** Addresses beside the one that the server announces. */
  readonly alsoAnnounced: readonly string[];
  readonly speakers: ActiveSpeakerObserver;
  readonly events: MediaEvents;
  readonly closed: () => void;
}

/** One router of mediasoup. */
export class MediasoupRoom implements MediaRoom {
  readonly #parts: Parts;
  readonly #transports = new Map<string, WebRtcTransport>();
  readonly #producers = new Map<string, Producer>();
  readonly #consumers = new Map<string, Consumer>();

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.speakers.on("dominantspeaker", ({ producer }) => parts.events.speaks(producer.id));
  }

  get capabilities(): RtpCapabilities {
    return capabilitiesAsSent(this.#parts.router.rtpCapabilities);
  }

  async openTransport(_direction: Direction): Promise<OpenedTransport> {
    const transport = await this.#parts.router.createWebRtcTransport({
      webRtcServer: this.#parts.server,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate: firstBitrate,
    });
    this.#transports.set(transport.id, transport);
    transport.observer.on("close", () => this.#transports.delete(transport.id));
    const { id, iceParameters, dtlsParameters } = transport;
    const iceCandidates = candidatesAt(transport.iceCandidates, this.#parts.alsoAnnounced);
    return { transport: id, iceParameters, iceCandidates, dtlsParameters };
  }

  async connectTransport(transport: string, dtlsParameters: DtlsParameters): Promise<void> {
    await find(this.#transports, transport).connect({ dtlsParameters });
  }

  restartIce(transport: string): Promise<IceParameters> {
    return find(this.#transports, transport).restartIce();
  }

  closeTransport(transport: string): void {
    this.#transports.get(transport)?.close();
  }

  async produce(transport: string, { kind, source, rtpParameters }: SentStream): Promise<string> {
    const way = find(this.#transports, transport);
    const producer = await carried(
      way.produce({ kind, rtpParameters: parametersFor(rtpParameters), appData: { source } }),
    );
    this.#producers.set(producer.id, producer);
    producer.observer.on("close", () => this.#producers.delete(producer.id));
    if (kind === "audio") await this.#parts.speakers.addProducer({ producerId: producer.id });
    return producer.id;
  }

  async pauseProducer(producer: string, isPaused: boolean): Promise<void> {
    const stream = find(this.#producers, producer);
    await (isPaused ? stream.pause() : stream.resume());
  }

  closeProducer(producer: string): void {
    this.#producers.get(producer)?.close();
  }

  async consume(transport: string, producer: string, capabilities: RtpCapabilities): Promise<ReceivedStream> {
    const way = find(this.#transports, transport);
    find(this.#producers, producer);
    const wish = { producerId: producer, rtpCapabilities: capabilitiesFor(capabilities) };
    if (!this.#parts.router.canConsume(wish)) throw new CannotCarry("The receiver has no codec for it");
    const consumer = await carried(way.consume({ ...wish, paused: true }));
    this.#consumers.set(consumer.id, consumer);
    consumer.observer.on("close", () => this.#consumers.delete(consumer.id));
    consumer.on("layerschange", (layers) =>
      this.#parts.events.layers(consumer.id, layers?.spatialLayer ?? null),
    );
    const { id, kind, rtpParameters } = consumer;
    return { consumer: id, kind, rtpParameters: parametersAsSent(rtpParameters) };
  }

  async pauseConsumer(consumer: string, isPaused: boolean): Promise<void> {
    const stream = find(this.#consumers, consumer);
    await (isPaused ? stream.pause() : stream.resume());
  }

  async setLayers(consumer: string, spatialLayer: number, temporalLayer: number): Promise<void> {
    const stream = find(this.#consumers, consumer);
    // Sound, and a screen in one layer, have none to choose.
    if (stream.type === "simulcast" || stream.type === "svc")
      await stream.setPreferredLayers({ spatialLayer, temporalLayer });
  }

  close(): void {
    if (!this.#parts.router.closed) this.#parts.router.close();
    this.#parts.closed();
  }
}

function find<Thing>(things: ReadonlyMap<string, Thing>, id: string): Thing {
  const thing = things.get(id);
  if (!thing) throw new NoSuchThing(id);
  return thing;
}

/** What mediasoup does not take is the page's fault, not the room's. */
async function carried<Made>(making: Promise<Made>): Promise<Made> {
  try {
    return await making;
  } catch (cause) {
    if (cause instanceof Error && (cause.name === "UnsupportedError" || cause instanceof TypeError))
      throw new CannotCarry(cause.message);
    throw cause;
  }
}
