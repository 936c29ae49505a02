import { bytesArrived } from "@consilium/conference-client";

/** What is counted of one stream that arrives. */
export interface TrackCount {
  readonly kind: "audio" | "video";
  readonly packets: number;
  readonly lost: number;
  /** Of sound: samples in all, and those that were made up because nothing came. */
  readonly samples: number;
  readonly concealed: number;
}

/** What a browser has counted of a line until a moment. */
export interface LineCount {
  /** Milliseconds. */
  readonly at: number;
  /** Bytes of streams that arrived. */
  readonly arrived: number;
  /** By the id of the track that arrives. */
  readonly tracks: ReadonlyMap<string, TrackCount>;
  /** Of what is sent: the share that the other side says it lost, and seconds there and back. Null: nothing is known. */
  readonly lostOut: number | null;
  readonly roundTrip: number | null;
}

const number = (report: object, name: string): number => {
  const value: unknown = Reflect.get(report, name);
  return typeof value === "number" ? value : 0;
};
const text = (report: object, name: string): string => {
  const value: unknown = Reflect.get(report, name);
  return typeof value === "string" ? value : "";
};

/** Of getStats. What has no track is left out: to find out how much a line carries, the server sends packets that are no picture. */
export function countLine(reports: readonly RTCStatsReport[], at: number): LineCount {
  const all = reports.flatMap((report): readonly object[] => [...report.values()]);
  const inbound = all.filter((one) => text(one, "type") === "inbound-rtp");
  const remote = all.filter((one) => text(one, "type") === "remote-inbound-rtp");
  return {
    at,
    arrived: bytesArrived(reports),
    tracks: new Map(
      inbound.flatMap((one) => {
        const track = text(one, "trackIdentifier");
        return track === "" ? [] : [[track, trackCount(one)] as const];
      }),
    ),
    lostOut: worst(remote.map((one) => number(one, "fractionLost"))),
    roundTrip: worst(remote.map((one) => number(one, "roundTripTime"))),
  };
}

const trackCount = (one: object): TrackCount => ({
  kind: text(one, "kind") === "audio" ? "audio" : "video",
  packets: number(one, "packetsReceived"),
  lost: number(one, "packetsLost"),
  samples: number(one, "totalSamplesReceived"),
  concealed: number(one, "concealedSamples") - number(one, "silentConcealedSamples"),
});

const worst = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.max(...values);
