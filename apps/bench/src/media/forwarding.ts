import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { codecs } from "@consilium/conference-server/mediasoup";
import { createWorker } from "mediasoup";
import type { Consumer, Router, RtpCapabilities, Worker } from "mediasoup/types";
import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { openSink } from "./sink.ts";
import { openSpeaker, packetsOfOne, type Speaker } from "./speaker.ts";

const sizes = [2, 3, 6, 12, 24] as const;

/**
 * What a worker spends on streams that it passes on, without browsers: everybody sends sound and one picture, and receives those of all
 * others, encrypted as for a browser (SRTP), into a socket that nobody reads. Left out: deciphering what comes in, and estimating what a
 * line carries.
 */
export async function measureForwarding(program: string, seconds: number): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const people of sizes) figures.push(...figuresOf(people, await measureRoom(program, people, seconds)));
  return figures;
}

interface Room {
  /** That are passed on. */
  readonly streams: number;
  /** Of one core, in percent. */
  readonly core: number;
  /** A second, that went out. */
  readonly packets: number;
}

async function measureRoom(program: string, people: number, seconds: number): Promise<Room> {
  const worker = await createWorker({ logLevel: "error", workerBin: program });
  const router = await worker.createRouter({ mediaCodecs: codecs });
  const sink = await openSink();
  const speakers: Speaker[] = [];
  for (let at = 0; at < people; at += 1) speakers.push(await openSpeaker(router, at));
  const streams: Consumer[] = [];
  for (const one of speakers) streams.push(...(await listenToOthers(router, one, speakers, sink.port)));
  const begun = performance.now();
  for (const { begin } of speakers) begin();
  await pause(1500);
  const before = { cpu: await cpuOf(worker), at: performance.now() };
  await pause(seconds * 1000);
  const cpu = (await cpuOf(worker)) - before.cpu;
  const at = performance.now();
  // Asked last: to count them costs the worker something too.
  const packets = (await packetsOf(streams)) / (at - begun);
  for (const { close } of speakers) close();
  worker.close();
  await sink.close();
  return { streams: streams.length, core: (cpu / (at - before.at)) * 100, packets: packets * 1000 };
}

/** A browser's codecs and repetitions, without its estimates. */
function heardBy(router: Router): RtpCapabilities {
  const heard = (router.rtpCapabilities.codecs ?? [])
    .filter(({ mimeType }) => !mimeType.endsWith("/rtx"))
    .map((codec) => ({ ...codec, rtcpFeedback: [{ type: "nack" }] }));
  return { codecs: heard, headerExtensions: [] };
}

async function listenToOthers(
  router: Router,
  listener: Speaker,
  speakers: readonly Speaker[],
  port: number,
): Promise<readonly Consumer[]> {
  const cryptoSuite = "AES_CM_128_HMAC_SHA1_80";
  const ip = "127.0.0.1";
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: "udp", ip },
    enableSrtp: true,
    srtpCryptoSuite: cryptoSuite,
  });
  const keyBase64 = randomBytes(30).toString("base64");
  await transport.connect({ ip, port, srtpParameters: { cryptoSuite, keyBase64 } });
  const rtpCapabilities = heardBy(router);
  const producers = speakers.flatMap((one) => (one === listener ? [] : one.producers));
  return Promise.all(producers.map((producerId) => transport.consume({ producerId, rtpCapabilities })));
}

/** Milliseconds of a core. */
async function cpuOf(worker: Worker): Promise<number> {
  const { ru_utime: own, ru_stime: system } = await worker.getResourceUsage();
  return own + system;
}

async function packetsOf(streams: readonly Consumer[]): Promise<number> {
  const stats = (await Promise.all(streams.map((stream) => stream.getStats()))).flat();
  return stats.reduce((sum, one) => sum + (one.type === "outbound-rtp" ? one.packetCount : 0), 0);
}

function figuresOf(people: number, { streams, core, packets }: Room): readonly Figure[] {
  const one = (name: string, words: string, unit: string, value: number): Figure => ({
    name: `${name}-${people}`,
    words,
    unit,
    ours: spreadOf([value]),
  });
  return [
    one("core", `a room of ${people}, ${streams} streams passed on: of a core`, "%", core),
    one("stream", "  of a core for each", "%", core / streams),
    {
      ...one("packets", "  packets out a second", "/s", packets),
      // Otherwise something was lost on the way to the worker, and the rest says nothing.
      target: { atLeast: (streams / 2) * packetsOfOne * 0.95 },
      moreIsBetter: true,
    },
    one("capacity", "  streams that a whole core carries at that", "streams", (100 / core) * streams),
  ];
}
