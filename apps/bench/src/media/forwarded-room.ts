import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { codecs } from "@consilium/conference-server/mediasoup";
import { createWorker } from "mediasoup";
import type { Consumer, Router, RtpCapabilities, Worker } from "mediasoup/types";
import { openSink } from "./sink.ts";
import { openSpeaker, type Speaker } from "./speaker.ts";

export interface RoomSize {
  readonly people: number;
  /** Over which they are spread. */
  readonly workers: number;
}

export interface ForwardedRoom {
  /** That are passed on to people. */
  readonly streams: number;
  /** Of one core, in percent: each worker. */
  readonly cores: readonly number[];
  /** A second, that went out to people. */
  readonly packets: number;
}

/** A worker, its router, and who is carried there. */
interface Part {
  readonly worker: Worker;
  readonly router: Router;
  readonly speakers: Speaker[];
}

export async function measureRoom(program: string, size: RoomSize, seconds: number): Promise<ForwardedRoom> {
  const parts = await fill(program, size);
  const sink = await openSink();
  const speakers = parts.flatMap((part) => part.speakers);
  const streams = await listen(parts, speakers, sink.port);
  const begun = performance.now();
  for (const { begin } of speakers) begin();
  await pause(1500);
  const cpu = () => Promise.all(parts.map(({ worker }) => cpuOf(worker)));
  const before = { cpu: await cpu(), at: performance.now() };
  await pause(seconds * 1000);
  const after = { cpu: await cpu(), at: performance.now() };
  // Asked last: to count them costs the worker something too.
  const packets = (await packetsOf(streams)) / (after.at - begun);
  for (const { close } of speakers) close();
  for (const { worker } of parts) worker.close();
  await sink.close();
  const cores = after.cpu.map(
    (spent, at) => ((spent - (before.cpu[at] ?? 0)) / (after.at - before.at)) * 100,
  );
  return { streams: streams.length, cores, packets: packets * 1000 };
}

/** Everybody has come, and what they send is on all routers. */
async function fill(program: string, { people, workers }: RoomSize): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (let at = 0; at < workers; at += 1) {
    const worker = await createWorker({ logLevel: "error", workerBin: program });
    parts.push({ worker, router: await worker.createRouter({ mediaCodecs: codecs }), speakers: [] });
  }
  for (let at = 0; at < people; at += 1) {
    const part = parts[at % workers];
    if (part) part.speakers.push(await openSpeaker(part.router, at));
  }
  for (const from of parts)
    for (const to of parts)
      if (from !== to)
        for (const producerId of from.speakers.flatMap(({ producers }) => producers))
          await from.router.pipeToRouter({
            producerId,
            router: to.router,
            enableRtx: true,
            enableSctp: false,
          });
  return parts;
}

async function listen(
  parts: readonly Part[],
  all: readonly Speaker[],
  port: number,
): Promise<readonly Consumer[]> {
  const streams: Consumer[] = [];
  for (const { router, speakers } of parts)
    for (const one of speakers) streams.push(...(await listenToOthers(router, one, all, port)));
  return streams;
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
