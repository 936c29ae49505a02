import { useEffect, useState } from "react";
import { useLive } from "../room/live-context.ts";
import type { Grade, LineQuality } from "./judge-line.ts";
import { unknown, watchLine } from "./watch-line.ts";

/** Milliseconds between counts. */
const rhythm = 1000;

/** How good the line is, by what is counted; and where nothing arrives, it is looked for again. */
export function useQuality(): LineQuality {
  const { client } = useLive();
  const [quality, setQuality] = useState(unknown);
  useEffect(() => {
    const watch = watchLine(client);
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

const isSame = (one: LineQuality, other: LineQuality): boolean =>
  one.line === other.line && one.out === other.out && sameGrades(one.tracks, other.tracks);

const sameGrades = (one: ReadonlyMap<string, Grade>, other: ReadonlyMap<string, Grade>): boolean =>
  one.size === other.size && [...one].every(([track, grade]) => other.get(track) === grade);
