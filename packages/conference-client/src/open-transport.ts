import { parametersAsSent } from "@consilium/conference";
import type { IceServer, Source } from "@consilium/conference";
import type { Device } from "mediasoup-client";
import type { Transport } from "mediasoup-client/types";
import { transportForBrowser } from "./parameters.ts";
import type { Signalling } from "./signalling.ts";

export interface TransportToOpen {
  readonly signalling: Signalling;
  readonly device: Device;
  readonly direction: "send" | "receive";
  readonly iceServers: readonly IceServer[];
}

/** A way for streams in one direction. What the library has to ask of the server on its way is asked. */
export async function openTransport({
  signalling,
  device,
  direction,
  iceServers,
}: TransportToOpen): Promise<Transport> {
  const opened = await signalling.ask("createTransport", { direction });
  const told = transportForBrowser(opened, iceServers);
  const transport =
    direction === "send" ? device.createSendTransport(told) : device.createRecvTransport(told);
  const id = opened.transport;
  transport.on("connect", ({ dtlsParameters }, done, failed) => {
    void settle(signalling.ask("connectTransport", { transport: id, dtlsParameters }), () => done(), failed);
  });
  transport.on("produce", ({ kind, rtpParameters, appData }, done, failed) => {
    const sent = { kind, source: sourceOf(appData), rtpParameters: parametersAsSent(rtpParameters) };
    const asked = signalling.ask("produce", { transport: id, ...sent });
    void settle(asked, ({ producer }) => done({ id: producer }), failed);
  });
  return transport;
}

/** The library waits for one of the two. */
async function settle<Answer>(
  asked: Promise<Answer>,
  done: (answer: Answer) => void,
  failed: (cause: Error) => void,
): Promise<void> {
  try {
    done(await asked);
  } catch (cause) {
    failed(cause instanceof Error ? cause : new Error(String(cause)));
  }
}

const sourceOf = ({ source }: Record<string, unknown>): Source =>
  source === "camera" || source === "screen" ? source : "microphone";
