import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capabilitiesAsSent } from "@consilium/conference";
import { observer } from "mediasoup";
import * as ortc from "mediasoup/ortc";
import type { Worker } from "mediasoup/types";
import { afterEach, describe, expect, test, vi } from "vitest";
import { CannotCarry, type MediaEvents, NoMedia, NoSuchThing } from "../media.ts";
import { workerBuiltBefore } from "../testing/built-worker.ts";
import { codecs } from "./codecs.ts";
import { MediasoupMedia, type MediasoupSettings } from "./mediasoup-media.ts";

const program = workerBuiltBefore();

/** The first of five in a row, below those that the kernel gives to the connections of the suites beside this one. */
const portsBelow = (row: 0 | 1): number => 25_000 + (process.pid % 500) * 10 + row * 5;

const opened: MediasoupMedia[] = [];
afterEach(() => Promise.all(opened.splice(0).map((media) => media.close())));

function mediaWith(
  findProgram: MediasoupSettings["findProgram"],
  changes: Partial<MediasoupSettings> = {},
): MediasoupMedia {
  const here = { ip: "127.0.0.1", announced: [], port: undefined, workers: 1 };
  const media = new MediasoupMedia({ findProgram, ...here, ...changes });
  opened.push(media);
  media.begin();
  return media;
}

const quiet: MediaEvents = { speaks: () => {}, layers: () => {}, died: () => {} };
const ready = (media: MediasoupMedia) =>
  vi.waitFor(() => expect(media.health()).toEqual({ is: "ready" }), 10_000);

const vp8 = {
  mid: "0",
  codecs: [{ mimeType: "video/VP8", payloadType: 96, clockRate: 90_000, parameters: {}, rtcpFeedback: [] }],
  encodings: [{ ssrc: 11_111_111 }],
  rtcp: { cname: "one" },
};

test("without a worker it says why, and opens no room", async () => {
  const media = mediaWith(() => Promise.reject(new Error("It needs these Debian packages: g++.")));
  await vi.waitFor(() =>
    expect(media.health()).toEqual({ is: "unavailable", because: "It needs these Debian packages: g++." }),
  );
  await expect(media.openRoom(quiet)).rejects.toBeInstanceOf(NoMedia);
});

test("closing ends a search that goes on, and nothing is told any more", async () => {
  const told: string[] = [];
  let isEnded = false;
  const media = mediaWith(
    (say, ended) =>
      new Promise((_, reject) => {
        say({ is: "building", because: "It takes some minutes." });
        ended.addEventListener("abort", () => {
          isEnded = true;
          say({ is: "building", because: "Still." });
          reject(new Error("Ended"));
        });
      }),
    { changed: ({ is }) => told.push(is) },
  );
  await vi.waitFor(() => expect(told).toEqual(["building"]));
  await media.close();
  expect(isEnded).toBe(true);
  expect(told).toEqual(["building"]);
  expect(media.health().is).toBe("unavailable");
});

test("a program that is none is said, not thrown", async () => {
  const media = mediaWith(() => Promise.resolve("/does/not/exist"));
  await vi.waitFor(() => expect(media.health().is).toBe("unavailable"));
});

test("closing waits for no worker that is being started and says nothing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "consilium-worker-"));
  const [silent, number] = [join(folder, "silent"), join(folder, "number")];
  await writeFile(silent, `#!/bin/sh\necho $$ > ${number}\nexec sleep 60\n`, { mode: 0o755 });
  const media = mediaWith(() => Promise.resolve(silent));
  const started = () => readFile(number, "utf8").catch(() => "");
  await vi.waitUntil(async () => (await started()) !== "", 10_000);
  await media.close();
  expect(media.workers()).toEqual([]);
  process.kill(Number(await started()));
  await rm(folder, { recursive: true });
});

const found = (): Promise<string> => Promise.resolve(program ?? "");

describe.skipIf(program === undefined)("a worker that was built here", () => {
  test("carries what one sends to another, and refuses what does not fit", async () => {
    const media = mediaWith(found);
    await ready(media);
    const room = await media.openRoom(quiet);
    expect(room.capabilities.codecs?.map(({ mimeType }) => mimeType)).toEqual(
      expect.arrayContaining(["audio/opus", "video/VP8", "video/H264"]),
    );
    const out = await room.openTransport("send", "01SEAT");
    expect(new Set(out.iceCandidates.map(({ protocol }) => protocol))).toEqual(new Set(["udp", "tcp"]));
    const producer = await room.produce(out.transport, {
      kind: "video",
      source: "camera",
      rtpParameters: vp8,
    });
    const inward = await room.openTransport("receive", "01OTHER");
    const all = capabilitiesAsSent(ortc.generateRouterRtpCapabilities(codecs));
    const received = await room.consume(inward.transport, producer, all);
    expect(received.rtpParameters.codecs[0]?.mimeType).toBe("video/VP8");
    await room.pauseConsumer(received.consumer, false);
    await room.setLayers(received.consumer, 2, 2);
    await expect(room.consume(inward.transport, producer, { codecs: [] })).rejects.toBeInstanceOf(
      CannotCarry,
    );
    await expect(room.consume(inward.transport, "none", all)).rejects.toBeInstanceOf(NoSuchThing);
    const none = {
      ...vp8,
      codecs: [{ ...vp8.codecs[0], mimeType: "video/none", payloadType: 97, clockRate: 90_000 }],
    };
    await expect(
      room.produce(out.transport, { kind: "video", source: "screen", rtpParameters: none }),
    ).rejects.toBeInstanceOf(CannotCarry);
    const { password } = await room.restartIce(out.transport);
    expect(password).not.toBe(out.iceParameters.password);
    room.closeTransport(out.transport);
    await vi.waitFor(() => expect(room.pauseProducer(producer, true)).rejects.toBeInstanceOf(NoSuchThing));
    room.close();
  });

  test.for([
    ["any ports", undefined],
    ["ports of its own", portsBelow(0)],
  ] as const)(
    "that is killed at %s is told of, and another carries the next room at once",
    async ([, port]) => {
      const media = mediaWith(found, { port });
      await ready(media);
      for (let time = 1; time <= 3; time += 1) {
        const { promise: died, resolve } = Promise.withResolvers<void>();
        await media.openRoom({ ...quiet, died: resolve });
        process.kill(media.workers()[0] ?? 0, "SIGKILL");
        await died;
        const next = await media.openRoom(quiet);
        expect((await next.openTransport("send", "01SEAT")).iceCandidates).not.toEqual([]);
        next.close();
      }
    },
  );

  test("that is closed while it is asked, as when the server stops, is no media and nothing unexpected", async () => {
    const workers: Worker[] = [];
    const keep = (worker: Worker): void => void workers.push(worker);
    observer.on("newworker", keep);
    const media = mediaWith(found);
    await ready(media);
    observer.off("newworker", keep);
    const room = await media.openRoom(quiet);
    const { transport: out, dtlsParameters } = await room.openTransport("send", "01SEAT");
    const { transport: inward } = await room.openTransport("receive", "01OTHER");
    const camera = { kind: "video", source: "camera", rtpParameters: vp8 } as const;
    const producer = await room.produce(out, camera);
    const all = capabilitiesAsSent(ortc.generateRouterRtpCapabilities(codecs));
    const { consumer } = await room.consume(inward, producer, all);
    const screen = { ...camera, rtpParameters: { ...vp8, mid: "1", encodings: [{ ssrc: 22_222_222 }] } };
    const asked = Promise.allSettled([
      room.openTransport("send", "01THIRD"),
      room.connectTransport(out, dtlsParameters),
      room.restartIce(inward),
      room.produce(out, screen),
      room.pauseProducer(producer, true),
      room.pauseConsumer(consumer, false),
      room.record([producer]),
    ]);
    const ofWhatWent = room.consume(inward, producer, all);
    for (const worker of workers) worker.close();
    for (const answer of await asked) expect(answer).toMatchObject({ reason: expect.any(NoMedia) });
    await expect(ofWhatWent).rejects.toBeInstanceOf(NoSuchThing);
    await expect(media.openRoom(quiet)).rejects.toBeInstanceOf(NoMedia);
  });

  test("is announced by two addresses, and one after the other is tried", async () => {
    const media = mediaWith(found, { announced: ["203.0.113.7", "10.0.0.7"] });
    await ready(media);
    const room = await media.openRoom(quiet);
    const { iceCandidates } = await room.openTransport("send", "01SEAT");
    const tried = iceCandidates
      .filter(({ protocol }) => protocol === "udp")
      .toSorted((one, other) => other.priority - one.priority);
    expect(tried.map(({ address }) => address)).toEqual(["203.0.113.7", "10.0.0.7"]);
    expect(new Set(tried.map(({ port }) => port)).size).toBe(1);
    room.close();
  });

  test("whose port is taken is said, and has it once it is free", async () => {
    const port = portsBelow(1);
    const first = mediaWith(found, { port });
    await ready(first);
    const second = mediaWith(found, { port, workers: 3 });
    await vi.waitFor(() => expect(second.health().is).toBe("unavailable"), 10_000);
    expect(second.health()).toMatchObject({
      because: expect.stringContaining(`port ${port}: the port is taken`),
    });
    expect(second.workers()).toEqual([]);
    expect(first.health()).toEqual({ is: "ready" });
    await first.close();
    await ready(second);
    expect(second.workers()).toHaveLength(3);
  });
});
