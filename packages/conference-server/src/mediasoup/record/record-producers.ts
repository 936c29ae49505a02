import type { Consumer, PlainTransport, Producer, Router, RtpCapabilities } from "mediasoup/types";
import type { RunningRecording } from "../../media.ts";
import { freePortPairs, untilHeardAt } from "./ports.ts";
import { type RecordedStream, sessionDescription } from "./session-description.ts";
import { startWriter } from "./writer.ts";

const ip = "127.0.0.1";
/** Of three: large enough for a face, and a sender on a weak line has it too. A change within a file alters its size. */
const layer = 1;

/** Sends these streams on to ffmpeg, which writes one file of them. Nothing touches a disk here. */
export async function recordProducers(
  router: Router,
  producers: readonly Producer[],
): Promise<RunningRecording> {
  const ports = await freePortPairs(producers.length);
  const ways: PlainTransport[] = [];
  const close = (): void => {
    for (const way of ways) way.close();
  };
  try {
    const streams: (RecordedStream & { readonly consumer: Consumer })[] = [];
    for (const [at, producer] of producers.entries()) {
      const port = ports[at] ?? 0;
      const way = await router.createPlainTransport({
        listenInfo: { protocol: "udp", ip },
        rtcpMux: false,
        comedia: false,
      });
      ways.push(way);
      await way.connect({ ip, port, rtcpPort: port + 1 });
      const rtpCapabilities = onlyCodecOf(router, producer);
      const consumer = await way.consume({ producerId: producer.id, rtpCapabilities, paused: true });
      streams.push({ consumer, kind: producer.kind, port, rtpParameters: consumer.rtpParameters });
    }
    const writer = startWriter(sessionDescription(ip, streams));
    await untilHeardAt(ports, writer.ended);
    for (const { consumer } of streams) await resume(consumer);
    return { bytes: writer.bytes, stop: () => writer.stop().finally(close) };
  } catch (cause) {
    close();
    throw cause;
  }
}

/** Resumed once somebody listens: the key frame that is asked for by it is the file's first picture. */
async function resume(consumer: Consumer): Promise<void> {
  if (consumer.type === "simulcast") await consumer.setPreferredLayers({ spatialLayer: layer });
  await consumer.resume();
}

/** Its own codec and nothing beside it: ffmpeg has no use for what is sent again, and estimates no line. */
function onlyCodecOf({ rtpCapabilities }: Router, producer: Producer): RtpCapabilities {
  const [own] = producer.rtpParameters.codecs;
  const codecs = (rtpCapabilities.codecs ?? [])
    .filter(({ mimeType }) => mimeType.toLowerCase() === own?.mimeType.toLowerCase())
    .map((codec) => ({
      ...codec,
      rtcpFeedback: (codec.rtcpFeedback ?? []).filter(
        ({ type }) => type !== "transport-cc" && type !== "goog-remb",
      ),
    }));
  return { codecs, headerExtensions: [] };
}
