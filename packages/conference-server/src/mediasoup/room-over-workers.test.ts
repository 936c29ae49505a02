import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { capabilitiesAsSent } from "@consilium/conference";
import * as ortc from "mediasoup/ortc";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type MediaEvents, type MediaRoom, NoSuchThing } from "../media.ts";
import { workerBuiltBefore } from "../testing/built-worker.ts";
import { PlainWays } from "../testing/plain-ways.ts";
import { hasFfmpeg, probe, recorded } from "../testing/recorded.ts";
import { soundPacket, voice } from "../testing/sound.ts";
import { codecs } from "./codecs.ts";
import { MediasoupMedia } from "./mediasoup-media.ts";

const program = workerBuiltBefore();
const capabilities = capabilitiesAsSent(ortc.generateRouterRtpCapabilities(codecs));
const events = { speaks: vi.fn<MediaEvents["speaks"]>(), layers: () => {}, died: vi.fn<() => void>() };

/** RFC 5761, 4. */
const isRtcp = (packet: Buffer): boolean => packet.readUInt8(1) >= 192 && packet.readUInt8(1) < 224;

/** As many as have come once no more come. */
async function untilQuiet(heard: () => number): Promise<number> {
  const before = heard();
  await pause(200);
  expect(heard()).toBe(before);
  return before;
}

/** A tone that ffmpeg sends there. */
const toneTo = (port: number, ssrc: number): string =>
  `-map 0:a -c:a libopus -ac 2 -ssrc ${ssrc} -payload_type 111 -f rtp rtp://127.0.0.1:${port}`;

describe.skipIf(program === undefined)("a room whose second person is on another worker", () => {
  let ways: PlainWays;
  let media: MediasoupMedia;
  let room: MediaRoom;
  const sending: NodeJS.Timeout[] = [];
  beforeEach(async () => {
    ways = new PlainWays();
    media = new MediasoupMedia({
      ip: "127.0.0.1",
      announced: [],
      port: undefined,
      workers: 2,
      mostStreams: 3,
      findProgram: () => Promise.resolve(program ?? ""),
    });
    media.begin();
    await vi.waitUntil(() => media.health().is === "ready", 10_000);
    room = await media.openRoom(events);
  });
  afterEach(async () => {
    for (const timer of sending.splice(0)) clearInterval(timer);
    room.close();
    await media.close();
    ways.close();
    vi.clearAllMocks();
  });

  /** Somebody comes, with both ways. */
  async function come(seat: string) {
    const [{ transport: out }, { transport: inward }] = [
      await room.openTransport("send", seat),
      await room.openTransport("receive", seat),
    ];
    return { out, inward };
  }

  /** Loudly, or as one who is silent does. */
  async function speak(way: string, ssrc: number, isLoud = (): boolean => true): Promise<void> {
    const socket = await ways.socketAt(way);
    let at = 0;
    sending.push(setInterval(() => socket.send(soundPacket(ssrc, (at += 1), isLoud() ? 0 : 127)), 20));
  }

  /** Packets of sound that come by a way. */
  async function hear(way: string): Promise<() => number> {
    const socket = await ways.socketAt(way);
    let heard = 0;
    socket.on("message", (packet) => (heard += isRtcp(packet) ? 0 : 1));
    // The first packet tells the way where its other end is.
    socket.send(soundPacket(1, 1));
    return () => heard;
  }

  /** Of the producer on each router: how many receive it there. */
  const receivers = async (producer: string) =>
    Promise.all(
      ways.routers.map(async (router) => {
        const { mapProducerIdConsumerIds: streams } = await router.dump();
        return streams.find(({ key }) => key === producer)?.values.length;
      }),
    );

  test("is heard there, in both directions", async () => {
    const [one, other] = [await come("one"), await come("other")];
    expect(ways.routers).toHaveLength(2);
    for (const [speaker, listener, ssrc] of [
      [one, other, 1111],
      [other, one, 2222],
    ] as const) {
      const producer = await room.produce(speaker.out, voice(ssrc));
      const heard = await hear(listener.inward);
      const { consumer } = await room.consume(listener.inward, producer, capabilities);
      await speak(speaker.out, ssrc);
      await room.pauseConsumer(consumer, false);
      await vi.waitFor(() => expect(heard()).toBeGreaterThan(10), 10_000);
      await room.pauseProducer(producer, true);
      const whilePaused = await vi.waitFor(() => untilQuiet(heard), 10_000);
      await room.pauseProducer(producer, false);
      await vi.waitFor(() => expect(heard()).toBeGreaterThan(whilePaused + 10), 10_000);
    }
  });

  test("brings each stream over once, however many ask at once, and it ends where it was sent", async () => {
    const [one, other] = [await come("one"), await come("other")];
    const producer = await room.produce(one.out, voice(1111));
    expect(await receivers(producer)).toEqual([0, undefined]);
    const ask = () => room.consume(other.inward, producer, capabilities);
    await Promise.all([ask(), ask(), ask()]);
    expect(await receivers(producer)).toEqual([1, 3]);
    room.closeProducer(producer);
    await vi.waitFor(async () => expect(await receivers(producer)).toEqual([undefined, undefined]));
    await expect(ask()).rejects.toBeInstanceOf(NoSuchThing);
  });

  test("a picture in layers comes in its layers on either worker", async () => {
    const [one, other, third] = [await come("one"), await come("other"), await come("third")];
    const producer = await room.produce(one.out, {
      kind: "video",
      source: "camera",
      rtpParameters: {
        codecs: [{ mimeType: "video/VP8", payloadType: 96, clockRate: 90_000 }],
        encodings: [1, 2, 3].map((ssrc) => ({ ssrc, scalabilityMode: "L1T3" })),
      },
    });
    for (const { inward } of [other, third]) {
      const { consumer, rtpParameters } = await room.consume(inward, producer, capabilities);
      expect(rtpParameters.encodings).toMatchObject([{ scalabilityMode: "L3T3" }]);
      await room.setLayers(consumer, 0, 0);
    }
    expect(await receivers(producer)).toEqual([2, 1]);
  });

  test("a stream that ends while it is brought over is none", async () => {
    const [one, other] = [await come("one"), await come("other")];
    const producer = await room.produce(one.out, voice(1111));
    const asked = room.consume(other.inward, producer, capabilities);
    room.closeProducer(producer);
    await expect(asked).rejects.toBeInstanceOf(NoSuchThing);
  });

  test("finds out who speaks among all", async () => {
    const [one, other] = [await come("one"), await come("other")];
    const [here, there] = [
      await room.produce(one.out, voice(1111)),
      await room.produce(other.out, voice(2222)),
    ];
    let speaker = there;
    await speak(one.out, 1111, () => speaker === here);
    await speak(other.out, 2222, () => speaker === there);
    for (const next of [there, here, there]) {
      speaker = next;
      await vi.waitFor(() => expect(events.speaks).toHaveBeenLastCalledWith(next), 10_000);
    }
  });

  test("a worker that dies while a pause is passed on to it ends the room, and not the server", async () => {
    const [one, other] = [await come("one"), await come("other")];
    const producer = await room.produce(one.out, voice(1111));
    await room.consume(other.inward, producer, capabilities);
    const [, second] = media.workers();
    process.kill(second ?? 0, "SIGSTOP");
    await room.pauseProducer(producer, true);
    await pause(200);
    process.kill(second ?? 0, "SIGKILL");
    await vi.waitFor(() => expect(events.died).toHaveBeenCalledOnce(), 5000);
    expect(ways.routers.every(({ closed }) => closed)).toBe(true);
  });

  test.skipIf(!hasFfmpeg)(
    "is recorded with what is sent on either worker",
    async () => {
      const [one, other] = [await come("one"), await come("other")];
      const producers = [
        await room.produce(one.out, voice(1111)),
        await room.produce(other.out, voice(2222)),
      ];
      const tones = `${toneTo(ways.portOf(one.out), 1111)} ${toneTo(ways.portOf(other.out), 2222)}`;
      const words = `-loglevel error -re -f lavfi -i sine=frequency=440:sample_rate=48000 ${tones}`;
      const child = spawn("ffmpeg", words.split(" "), { stdio: "ignore" });
      const gone = once(child, "close");
      try {
        const { streams } = await probe(await recorded(await room.record(producers), 40_000));
        expect(streams.map(({ codec_name }) => codec_name)).toEqual(["opus", "opus"]);
        for (const { nb_read_frames } of streams) expect(Number(nb_read_frames)).toBeGreaterThan(25);
      } finally {
        child.kill("SIGKILL");
        await gone;
      }
    },
    60_000,
  );
});
