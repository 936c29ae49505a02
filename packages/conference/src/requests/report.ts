import { z } from "zod";
import { Done, request } from "../request.ts";

const share = z.number().min(0).max(1);

/** How it goes for a page, every now and then: numbers of its line and of nothing else. What does not apply is null. */
export const LineReport = z.object({
  /** As whoever sits there is told it. */
  quality: z.enum(["good", "weak", "bad"]),
  /** Over what its streams go. */
  over: z.enum(["udp", "tcp", "relay"]).nullable(),
  /** Milliseconds, there and back. */
  roundTrip: z.number().min(0).max(60_000).nullable(),
  /** Of what was sent to it, since the last report. */
  lost: share.nullable(),
  /** Of the sound that it heard, since the last report: made up because nothing came. */
  concealed: share.nullable(),
  /** Pictures a second of the one that it shows largest. */
  frames: z.number().min(0).max(120).nullable(),
});
export type LineReport = z.infer<typeof LineReport>;

export const report = request("report", LineReport, Done);
