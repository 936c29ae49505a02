import type { RtpParameters } from "mediasoup/types";

export interface RecordedStream {
  readonly kind: "audio" | "video";
  /** RTP; RTCP is at the next one. */
  readonly port: number;
  readonly rtpParameters: RtpParameters;
}

/** SDP (RFC 8866) of what ffmpeg is to listen for. */
export function sessionDescription(ip: string, streams: readonly RecordedStream[]): string {
  const head = ["v=0", `o=- 0 0 IN IP4 ${ip}`, "s=-", `c=IN IP4 ${ip}`, "t=0 0"];
  return [...head, ...streams.flatMap(linesOf), ""].join("\r\n");
}

function linesOf({ kind, port, rtpParameters }: RecordedStream): readonly string[] {
  const [codec] = rtpParameters.codecs;
  if (!codec) throw new Error("A stream without a codec");
  const { payloadType, clockRate, channels, parameters = {} } = codec;
  const [, name = ""] = codec.mimeType.split("/");
  const said = Object.entries(parameters).map((pair) => pair.join("="));
  return [
    `m=${kind} ${port} RTP/AVP ${payloadType}`,
    `a=rtcp:${port + 1}`,
    `a=rtpmap:${payloadType} ${name}/${clockRate}${channels === undefined ? "" : `/${channels}`}`,
    ...(said.length > 0 ? [`a=fmtp:${payloadType} ${said.join(";")}`] : []),
    "a=recvonly",
  ];
}
