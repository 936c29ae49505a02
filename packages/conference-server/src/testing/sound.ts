import type { SentStream } from "../media.ts";

const payloadType = 111;
const levelId = 10;

/** A voice, as a browser describes it. */
export const voice = (ssrc: number): SentStream => ({
  kind: "audio",
  source: "microphone",
  rtpParameters: {
    codecs: [{ mimeType: "audio/opus", payloadType, clockRate: 48_000, channels: 2 }],
    headerExtensions: [{ uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level", id: levelId }],
    encodings: [{ ssrc }],
  },
});

/** RFC 3550 with the level of RFC 6464, 0 being the loudest: the 20 milliseconds at this place of a voice. */
export function soundPacket(ssrc: number, at: number, level = 0): Buffer {
  const packet = Buffer.alloc(60, 1);
  packet[0] = 0x90;
  packet[1] = payloadType;
  packet.writeUInt16BE(at & 0xff_ff, 2);
  packet.writeUInt32BE(at * 960, 4);
  packet.writeUInt32BE(ssrc, 8);
  packet.writeUInt32BE(0xbe_de_00_01, 12);
  packet.writeUInt32BE(((levelId << 28) | ((0x80 | level) << 16)) >>> 0, 16);
  return packet;
}
