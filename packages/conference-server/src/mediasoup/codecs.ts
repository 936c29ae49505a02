import type { RouterRtpCodecCapability } from "mediasoup/types";

/** Opus for sound; VP8 for pictures, and H264 for telephones that have nothing else in hardware. Both ask again for what was lost. */
export const codecs: RouterRtpCodecCapability[] = [
  {
    kind: "audio",
    mimeType: "audio/opus",
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
    rtcpFeedback: [{ type: "nack" }, { type: "transport-cc" }],
  },
  { kind: "video", mimeType: "video/VP8", clockRate: 90_000 },
  {
    kind: "video",
    mimeType: "video/H264",
    clockRate: 90_000,
    parameters: { "packetization-mode": 1, "profile-level-id": "42e01f", "level-asymmetry-allowed": 1 },
  },
];

/** Bits a second that are tried first: a picture is not begun as a blur. */
export const firstBitrate = 1_000_000;
