import { z } from "zod";

/*
 * What a browser and the media server tell each other about streams, in the shapes of ORTC as mediasoup has them. Here they are only
 * kept small and whole; whether codecs and streams fit each other is judged by the media server.
 */

const word = z.string().max(256);
const number = z.number().int().min(0).max(0xffff_ffff);
export const mediaKinds = ["audio", "video"] as const;

const feedback = z.array(z.object({ type: word, parameter: word.exactOptional() })).max(32);
/** Of a codec: `packetization-mode` and the like. */
const parameters = z.record(word, z.union([word, z.number()])).refine((all) => Object.keys(all).length <= 32);

const capabilityCodec = z.object({
  kind: z.enum(mediaKinds),
  mimeType: word,
  preferredPayloadType: number.exactOptional(),
  clockRate: number,
  channels: number.exactOptional(),
  parameters: parameters.exactOptional(),
  rtcpFeedback: feedback.exactOptional(),
});
const capabilityExtension = z.object({
  kind: z.enum(mediaKinds),
  uri: word,
  preferredId: number,
  preferredEncrypt: z.boolean().exactOptional(),
  direction: z.enum(["sendrecv", "sendonly", "recvonly", "inactive"]).exactOptional(),
});

/** What a side can send and receive. */
export const RtpCapabilities = z.object({
  codecs: z.array(capabilityCodec).max(64).exactOptional(),
  headerExtensions: z.array(capabilityExtension).max(64).exactOptional(),
});
export type RtpCapabilities = z.infer<typeof RtpCapabilities>;

const encoding = z.object({
  ssrc: number.exactOptional(),
  rid: word.exactOptional(),
  codecPayloadType: number.exactOptional(),
  rtx: z.object({ ssrc: number }).exactOptional(),
  dtx: z.boolean().exactOptional(),
  scalabilityMode: word.exactOptional(),
  maxBitrate: number.exactOptional(),
  active: z.boolean().exactOptional(),
});

/** One stream, as it is sent. */
export const RtpParameters = z.object({
  mid: word.exactOptional(),
  codecs: z
    .array(
      z.object({
        mimeType: word,
        payloadType: number,
        clockRate: number,
        channels: number.exactOptional(),
        parameters: parameters.exactOptional(),
        rtcpFeedback: feedback.exactOptional(),
      }),
    )
    .min(1)
    .max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: word,
        id: number,
        encrypt: z.boolean().exactOptional(),
        parameters: parameters.exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
  encodings: z.array(encoding).max(8).exactOptional(),
  rtcp: z.object({ cname: word.exactOptional(), reducedSize: z.boolean().exactOptional() }).exactOptional(),
});
export type RtpParameters = z.infer<typeof RtpParameters>;

/** As it is when it arrives: without what is undefined. */
const asSent = (known: unknown): unknown => JSON.parse(JSON.stringify(known));

/** What a media library knows, as it is said to the other side: what would be refused there is found here. Throws `ZodError`. */
export const capabilitiesAsSent = (known: object): RtpCapabilities => RtpCapabilities.parse(asSent(known));
export const parametersAsSent = (known: object): RtpParameters => RtpParameters.parse(asSent(known));

export const DtlsParameters = z.object({
  role: z.enum(["auto", "client", "server"]).exactOptional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(["sha-1", "sha-224", "sha-256", "sha-384", "sha-512"]),
        value: z.string().regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}$/),
      }),
    )
    .min(1)
    .max(8),
});
export type DtlsParameters = z.infer<typeof DtlsParameters>;

export const IceParameters = z.object({
  usernameFragment: word,
  password: word,
  iceLite: z.boolean().exactOptional(),
});
export type IceParameters = z.infer<typeof IceParameters>;

export const IceCandidate = z.object({
  foundation: word,
  priority: number,
  address: word,
  ip: word,
  protocol: z.enum(["udp", "tcp"]),
  port: z.int().min(0).max(65_535),
  type: z.enum(["host", "srflx", "prflx", "relay"]),
  tcpType: z.enum(["active", "passive", "so"]).exactOptional(),
});
export type IceCandidate = z.infer<typeof IceCandidate>;

/** Where a browser finds a relay, with credentials that live an hour. */
export const IceServer = z.object({
  urls: z.array(word).min(1).max(8),
  username: word,
  credential: word,
});
export type IceServer = z.infer<typeof IceServer>;
