import { nextStep, type Silence } from "@consilium/conference-client";
import type { RoomClient } from "../room/room-client.ts";
import type { RoomState } from "../room/room-state.ts";
import { countLine, type LineCount } from "./count-line.ts";
import { judgeLine, type LineQuality } from "./judge-line.ts";
import { lineReport, reportRhythm } from "./line-report.ts";

/** How many counts are judged together. */
const together = 4;

/** Nothing bad is said of what was not counted. */
export const unknown: LineQuality = { line: "good", out: "good", tracks: new Map() };

type Client = Pick<RoomClient, "count" | "room" | "ask" | "lookAgain" | "reconnect">;

/**
 * Counts each time that it is called, once a second, judges what has become since, and acts where nothing arrives. Undefined: there is
 * nothing yet to judge by. After ways were begun anew their silence is counted anew too: they need seconds to be there.
 */
export function watchLine(client: Client): () => Promise<LineQuality | undefined> {
  const counts: LineCount[] = [];
  let silence: Silence = { seconds: 0 };
  const beginAnew = () => {
    counts.length = 0;
    silence = { seconds: 0 };
  };
  let reportedAt = 0;
  return async () => {
    const reports = await client.count();
    const room = client.room.getSnapshot();
    if (!reports || room.carrying !== "there") {
      beginAnew();
      return room.carrying === "there" ? undefined : unknown;
    }
    const now = countLine(reports, performance.now());
    // Other ways, which begin at nothing, or a stream has ended, and what it was is counted no more.
    if (now.arrived < (counts.at(-1)?.arrived ?? 0)) beginAnew();
    const before = counts.at(-1);
    counts.push(now);
    const [first] = counts.splice(0, Math.max(0, counts.length - together));
    if (!before) return undefined;
    const step = nextStep(silence, expectsSome(room) && now.arrived <= before.arrived);
    silence = step.silence;
    if (step.act === "look-again") client.lookAgain();
    if (step.act === "reconnect") client.reconnect();
    const earlier = first ?? counts[0] ?? before;
    const judged = judgeLine(earlier, now, expectsSome(room));
    if (now.at - reportedAt >= reportRhythm) {
      reportedAt = now.at;
      // Nobody waits for it: it is for whoever runs the server.
      client.ask("report", lineReport(reports, earlier, now, judged)).catch(() => undefined);
    }
    return judged;
  };
}

/** Somebody speaks or may: where sound is sent, something arrives all the time. */
const expectsSome = ({ streams }: RoomState): boolean =>
  [...streams.values()].some(({ kind, paused }) => kind === "audio" && !paused);
