import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { Router } from "mediasoup/types";

/** Somebody who sends sound and a picture, as plain RTP. */
export interface Speaker {
  readonly producers: readonly string[];
  readonly begin: () => void;
  readonly close: () => void;
}

const ip = "127.0.0.1";
const opus = { mimeType: "audio/opus", payloadType: 100, clockRate: 48_000, channels: 2 };
const vp8 = { mimeType: "video/VP8", payloadType: 101, clockRate: 90_000 };
/** 50 packets a second of 40 kbit/s. */
const sound = { bytes: 100, everyMs: 20 } as const;
/** 20 pictures a second of 3 packets: 500 kbit/s. */
const picture = { bytes: 1040, everyMs: 50, packets: 3 } as const;
/** A second. */
export const packetsOfOne = 1000 / sound.everyMs + (1000 / picture.everyMs) * picture.packets;
/** Of so many pictures one stands for itself. */
const keyEvery = 20;

export async function openSpeaker(router: Router, at: number): Promise<Speaker> {
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: "udp", ip },
    comedia: true,
  });
  const ssrc = { audio: 10_000 + at * 2, video: 10_001 + at * 2 };
  const audio = await transport.produce({
    kind: "audio",
    rtpParameters: { codecs: [opus], encodings: [{ ssrc: ssrc.audio }] },
  });
  const video = await transport.produce({
    kind: "video",
    rtpParameters: { codecs: [vp8], encodings: [{ ssrc: ssrc.video }] },
  });
  const socket = createSocket("udp4");
  socket.connect(transport.tuple.localPort, ip);
  await once(socket, "connect");
  let stop: (() => void) | undefined;
  return {
    producers: [audio.id, video.id],
    begin: () => {
      stop = speak((packet) => socket.send(packet), ssrc);
    },
    close: () => {
      stop?.();
      socket.close();
    },
  };
}

/** Sends what is due by the clock, so that a timer that comes late leaves nothing out. Gives the way to stop. */
function speak(send: (packet: Buffer) => void, ssrc: { readonly audio: number; readonly video: number }) {
  const begun = performance.now();
  const sent = { sounds: 0, pictures: 0 };
  const timer = setInterval(() => {
    const passed = performance.now() - begun;
    for (; sent.sounds * sound.everyMs < passed; sent.sounds += 1) send(soundPacket(ssrc.audio, sent.sounds));
    for (; sent.pictures * picture.everyMs < passed; sent.pictures += 1)
      for (let part = 0; part < picture.packets; part += 1)
        send(picturePacket(ssrc.video, sent.pictures, part));
  }, 10);
  return () => clearInterval(timer);
}

const soundPacket = (ssrc: number, at: number): Buffer =>
  rtpPacket({
    type: opus.payloadType,
    sequence: at,
    time: at * 960,
    ssrc,
    isLast: false,
    payload: Buffer.alloc(sound.bytes, 1),
  });

const picturePacket = (ssrc: number, at: number, part: number): Buffer =>
  rtpPacket({
    type: vp8.payloadType,
    sequence: at * picture.packets + part,
    time: at * 4500,
    ssrc,
    isLast: part === picture.packets - 1,
    payload: picturePart(part === 0, at % keyEvery === 0),
  });

/** RFC 7741: a descriptor that says whether a picture begins, then the picture, whose first bit says whether it needs the one before. */
function picturePart(isFirst: boolean, isKey: boolean): Buffer {
  const payload = Buffer.alloc(picture.bytes, 1);
  payload[0] = isFirst ? 0x10 : 0;
  payload[1] = isKey ? 0 : 1;
  return payload;
}

interface Packet {
  readonly type: number;
  readonly sequence: number;
  readonly time: number;
  readonly ssrc: number;
  readonly isLast: boolean;
  readonly payload: Buffer;
}

/** RFC 3550, 5.1: without sources, extensions or padding. */
function rtpPacket({ type, sequence, time, ssrc, isLast, payload }: Packet): Buffer {
  const header = Buffer.alloc(12);
  header[0] = 0x80;
  header[1] = (isLast ? 0x80 : 0) | type;
  header.writeUInt16BE(sequence & 0xff_ff, 2);
  header.writeUInt32BE(time >>> 0, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, payload]);
}
