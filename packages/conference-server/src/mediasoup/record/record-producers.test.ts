import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWorker } from "mediasoup";
import type { Producer, Router } from "mediasoup/types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workerBuiltBefore } from "../../testing/built-worker.ts";
import { hasFfmpeg, probe, recorded } from "../../testing/recorded.ts";
import { codecs } from "../codecs.ts";
import { recordProducers } from "./record-producers.ts";

const program = workerBuiltBefore();

const words = (text: string): string[] => text.split(/\s+/);

/** A test card and a tone, sent to a router as a browser's streams would come. */
async function send(
  router: Router,
): Promise<{ readonly producers: readonly Producer[]; readonly end: () => Promise<void> }> {
  const way = async () =>
    router.createPlainTransport({
      listenInfo: { protocol: "udp", ip: "127.0.0.1" },
      rtcpMux: false,
      comedia: true,
    });
  const [sound, picture] = [await way(), await way()];
  const spoken = await sound.produce({
    kind: "audio",
    rtpParameters: {
      codecs: [{ mimeType: "audio/opus", payloadType: 101, clockRate: 48_000, channels: 2, parameters: {} }],
      encodings: [{ ssrc: 1111 }],
    },
  });
  const seen = await picture.produce({
    kind: "video",
    rtpParameters: {
      codecs: [{ mimeType: "video/VP8", payloadType: 102, clockRate: 90_000, parameters: {} }],
      encodings: [{ ssrc: 2222 }],
    },
  });
  const at = ({ tuple, rtcpTuple }: typeof sound) =>
    `rtp://127.0.0.1:${tuple.localPort}?rtcpport=${rtcpTuple?.localPort}`;
  const pictures = `-re -f lavfi -i testsrc=size=320x180:rate=15 -re -f lavfi -i sine=frequency=440:sample_rate=48000
    -map 0:v -c:v libvpx -deadline realtime -cpu-used 8 -g 15 -b:v 200k -ssrc 2222 -payload_type 102 -f rtp`;
  const sounds = "-map 1:a -c:a libopus -ac 2 -ssrc 1111 -payload_type 101 -f rtp";
  const child = spawn(
    "ffmpeg",
    ["-loglevel", "error", ...words(pictures), at(picture), ...words(sounds), at(sound)],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const gone = once(child, "close");
  return {
    producers: [spoken, seen],
    end: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

const recordedOf = async (router: Router, producers: readonly Producer[], least: number): Promise<Buffer> =>
  recorded(await recordProducers(router, producers), least);

describe.skipIf(program === undefined || !hasFfmpeg)("what is sent is recorded", () => {
  let worker: Awaited<ReturnType<typeof createWorker>>;
  let router: Router;
  let sending: Awaited<ReturnType<typeof send>>;
  beforeAll(async () => {
    worker = await createWorker({ logLevel: "error", ...(program !== undefined && { workerBin: program }) });
    router = await worker.createRouter({ mediaCodecs: codecs });
    sending = await send(router);
  });
  afterAll(async () => {
    await sending.end();
    worker.close();
  });

  test("into one file with sound and picture that begin together, by what ffprobe reads of it", async () => {
    const { streams } = await probe(await recordedOf(router, sending.producers, 150_000));
    expect(streams.map(({ codec_name }) => codec_name).toSorted()).toEqual(["opus", "vp8"]);
    for (const { nb_read_frames } of streams) expect(Number(nb_read_frames)).toBeGreaterThan(25);
    const [one = 0, other = 0] = streams.map(({ start_time }) => Number(start_time) * 1000);
    expect(Math.abs(one - other)).toBeLessThanOrEqual(80);
  }, 60_000);

  test("two at once, each at ports of its own, and nothing is left behind in the router", async () => {
    const before = await router.dump();
    const both = await Promise.all(
      sending.producers.map((producer) => recordedOf(router, [producer], 20_000)),
    );
    const found = await Promise.all(both.map(async (file) => (await probe(file)).streams[0]?.codec_name));
    expect(found).toEqual(["opus", "vp8"]);
    expect((await router.dump()).transportIds.length).toBe(before.transportIds.length);
  }, 60_000);
});
