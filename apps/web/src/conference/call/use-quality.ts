import { nextStep, type Silence } from "@consilium/conference-client";
import { useEffect, useState } from "react";
import { useLive } from "../room/live-context.ts";
import type { RoomClient } from "../room/room-client.ts";
import type { RoomState } from "../room/room-state.ts";
import { countLine, type LineCount } from "./count-line.ts";
import { type Grade, judgeLine, type LineQuality } from "./judge-line.ts";
import { lineReport, reportRhythm } from "./line-report.ts";

/** Milliseconds between counts, and how many of them are judged together. */
const rhythm = 1000;
const together = 4;

const unknown: LineQuality = { line: "good", out: "good", tracks: new Map() };

/** How good the line is, by what is counted; and where nothing arrives, it is looked for again. */
export function useQuality(): LineQuality {
  const { client } = useLive();
  const [quality, setQuality] = useState(unknown);
  useEffect(() => {
    const watch = createWatch(client);
    const timer = setInterval(() => {
      watch().then(
        (judged) => judged && setQuality((now) => (isSame(now, judged) ? now : judged)),
        // The ways were closed while they were counted: the next time tells.
        () => undefined,
      );
    }, rhythm);
    return () => clearInterval(timer);
  }, [client]);
  return quality;
}

/** Counts, judges what has become since, and acts where nothing arrives. */
function createWatch(client: RoomClient): () => Promise<LineQuality | undefined> {
  const counts: LineCount[] = [];
  let silence: Silence = { seconds: 0 };
  let reportedAt = 0;
  return async () => {
    const reports = await client.count();
    const room = client.room.getSnapshot();
    if (!reports || room.carrying !== "there") {
      counts.length = 0;
      return undefined;
    }
    const now = countLine(reports, performance.now());
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

const isSame = (one: LineQuality, other: LineQuality): boolean =>
  one.line === other.line && one.out === other.out && sameGrades(one.tracks, other.tracks);

const sameGrades = (one: ReadonlyMap<string, Grade>, other: ReadonlyMap<string, Grade>): boolean =>
  one.size === other.size && [...one].every(([track, grade]) => other.get(track) === grade);
