import { capabilitiesAsSent, parametersAsSent } from "@consilium/conference";
import type { DtlsParameters, IceParameters, RtpCapabilities } from "@consilium/conference";
import type { ActiveSpeakerObserver, Consumer, Producer, Router, WebRtcTransport } from "mediasoup/types";
import {
  CannotCarry,
  type Direction,
  type MediaEvents,
  type MediaRoom,
  NoSuchThing,
  type OpenedTransport,
  type ReceivedStream,
  type RunningRecording,
  type SentStream,
} from "../media.ts";
import { answered, carried } from "./answered.ts";
import { candidatesAt } from "./candidates.ts";
import { capabilitiesFor, parametersFor } from "./parameters.ts";
import { Pipes } from "./pipes.ts";
import { recordProducers } from "./record/record-producers.ts";
import type { RoomParts } from "./room-parts.ts";

interface Settings {
  readonly parts: RoomParts;
  /** The first part's: whatever looks at all streams does so there. */
  readonly router: Router;
  /** Addresses beside the one that the server announces. */
  readonly alsoAnnounced: readonly string[];
  readonly speakers: ActiveSpeakerObserver;
  readonly events: MediaEvents;
}

interface Way {
  readonly transport: WebRtcTransport;
  readonly router: Router;
}

interface Sent {
  readonly producer: Producer;
  readonly router: Router;
}

/** A router of mediasoup, and further ones on other workers where it outgrows that one. */
export class MediasoupRoom implements MediaRoom {
  readonly #settings: Settings;
  readonly #pipes = new Pipes();
  readonly #ways = new Map<string, Way>();
  readonly #sent = new Map<string, Sent>();
  readonly #consumers = new Map<string, Consumer>();

  constructor(settings: Settings) {
    this.#settings = settings;
    settings.speakers.on("dominantspeaker", ({ producer }) => settings.events.speaks(producer.id));
  }

  get capabilities(): RtpCapabilities {
    return capabilitiesAsSent(this.#settings.router.rtpCapabilities);
  }

  async openTransport(_direction: Direction, seat: string): Promise<OpenedTransport> {
    const part = this.#settings.parts.partFor(seat);
    const transport = await answered(part.openTransport(seat));
    this.#ways.set(transport.id, { transport, router: await part.router });
    transport.observer.on("close", () => this.#ways.delete(transport.id));
    const { id, iceParameters, dtlsParameters } = transport;
    const iceCandidates = candidatesAt(transport.iceCandidates, this.#settings.alsoAnnounced);
    return { transport: id, iceParameters, iceCandidates, dtlsParameters };
  }

  async connectTransport(transport: string, dtlsParameters: DtlsParameters): Promise<void> {
    await answered(find(this.#ways, transport).transport.connect({ dtlsParameters }));
  }

  restartIce(transport: string): Promise<IceParameters> {
    return answered(find(this.#ways, transport).transport.restartIce());
  }

  closeTransport(transport: string): void {
    this.#ways.get(transport)?.transport.close();
  }

  async produce(transport: string, { kind, source, rtpParameters }: SentStream): Promise<string> {
    const way = find(this.#ways, transport);
    const producer = await carried(
      way.transport.produce({ kind, rtpParameters: parametersFor(rtpParameters), appData: { source } }),
    );
    const sent = { producer, router: way.router };
    this.#sent.set(producer.id, sent);
    producer.observer.on("close", () => this.#sent.delete(producer.id));
    if (kind === "audio") await this.#listenTo(sent);
    return producer.id;
  }

  async pauseProducer(producer: string, isPaused: boolean): Promise<void> {
    const stream = find(this.#sent, producer).producer;
    await answered(isPaused ? stream.pause() : stream.resume());
  }

  closeProducer(producer: string): void {
    this.#sent.get(producer)?.producer.close();
  }

  async consume(transport: string, producer: string, capabilities: RtpCapabilities): Promise<ReceivedStream> {
    const way = find(this.#ways, transport);
    const sent = find(this.#sent, producer);
    const wish = { producerId: producer, rtpCapabilities: capabilitiesFor(capabilities) };
    if (!sent.router.canConsume(wish)) throw new CannotCarry("The receiver has no codec for it");
    await this.#bring(sent, way.router);
    const consumer = await carried(way.transport.consume({ ...wish, paused: true }));
    this.#consumers.set(consumer.id, consumer);
    consumer.observer.on("close", () => this.#consumers.delete(consumer.id));
    consumer.on("layerschange", (layers) =>
      this.#settings.events.layers(consumer.id, layers?.spatialLayer ?? null),
    );
    const { id, kind, rtpParameters } = consumer;
    return { consumer: id, kind, rtpParameters: parametersAsSent(rtpParameters) };
  }

  async pauseConsumer(consumer: string, isPaused: boolean): Promise<void> {
    const stream = find(this.#consumers, consumer);
    await answered(isPaused ? stream.pause() : stream.resume());
  }

  async setLayers(consumer: string, spatialLayer: number, temporalLayer: number): Promise<void> {
    const stream = find(this.#consumers, consumer);
    // Sound, and a screen in one layer, have none to choose.
    if (stream.type === "simulcast" || stream.type === "svc")
      await answered(stream.setPreferredLayers({ spatialLayer, temporalLayer }));
  }

  async record(producers: readonly string[]): Promise<RunningRecording> {
    const { router } = this.#settings;
    const sent = producers.map((id) => find(this.#sent, id));
    const brought = await Promise.all(sent.map((one) => this.#bring(one, router)));
    return answered(recordProducers(router, brought));
  }

  close(): void {
    this.#settings.parts.close();
  }

  readonly #bring = ({ producer, router }: Sent, to: Router): Promise<Producer> =>
    answered(this.#pipes.bring(producer, router, to));

  /** Who speaks is found out among all, so in one place. */
  async #listenTo(sent: Sent): Promise<void> {
    const { router, speakers } = this.#settings;
    const { id: producerId } = await this.#bring(sent, router);
    await answered(speakers.addProducer({ producerId }));
  }
}

function find<Thing>(things: ReadonlyMap<string, Thing>, id: string): Thing {
  const thing = things.get(id);
  if (!thing) throw new NoSuchThing(id);
  return thing;
}
