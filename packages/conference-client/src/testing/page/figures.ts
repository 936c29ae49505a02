import { figuresOf, openConnections } from "./connections.ts";
import type { LeavingLayer, WayInUse } from "./test-call.ts";

/** The figures of all connections that are open, of one kind. */
const all = async (kind: string) =>
  (await Promise.all(openConnections().map((connection) => figuresOf(connection, kind)))).flat();

/** By the track: the media server's probes come as a stream of their own, which nobody sees. */
export const inboundOf = async (track: MediaStreamTrack) =>
  (await all("inbound-rtp")).find((figures) => figures.word("trackIdentifier") === track.id);

export async function leavingLayers(): Promise<readonly LeavingLayer[]> {
  const sent = (await all("outbound-rtp")).filter((figures) => figures.word("rid") !== "");
  return sent
    .map((figures) => ({
      layer: figures.word("rid"),
      frames: figures.number("framesEncoded"),
      width: figures.number("frameWidth"),
    }))
    .toSorted((one, other) => one.layer.localeCompare(other.layer));
}

export async function waysInUse(): Promise<readonly WayInUse[]> {
  const ways = await Promise.all(openConnections().map(wayOf));
  return ways.flat();
}

async function wayOf(connection: RTCPeerConnection): Promise<readonly WayInUse[]> {
  const [transports, pairs, locals, remotes] = await Promise.all(
    ["transport", "candidate-pair", "local-candidate", "remote-candidate"].map((kind) =>
      figuresOf(connection, kind),
    ),
  );
  const byId = (list: typeof pairs, id: string) => list?.find((one) => one.word("id") === id);
  return (transports ?? []).flatMap((transport) => {
    const pair = byId(pairs, transport.word("selectedCandidatePairId"));
    if (!pair) return [];
    const local = byId(locals, pair.word("localCandidateId"));
    const remote = byId(remotes, pair.word("remoteCandidateId"));
    return {
      state: connection.connectionState,
      local: local?.word("candidateType") ?? "",
      protocol: local?.word("relayProtocol") || (local?.word("protocol") ?? ""),
      port: remote?.number("port") ?? 0,
    };
  });
}
