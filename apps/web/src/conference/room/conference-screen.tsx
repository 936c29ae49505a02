import "../conference.css";
import { useMemo } from "react";
import { type About, type Describe, LiveContext } from "./live-context.ts";
import { Phase, type PhaseParts } from "./phase.tsx";
import { useConferenceLine } from "./use-conference-line.ts";

export interface ConferenceScreenProps extends PhaseParts {
  readonly about: About;
  readonly seat: string | undefined;
  readonly describe: Describe;
}

/** One conference: before the door, waiting, inside, and after it. */
export function ConferenceScreen({ about, seat, describe, ...parts }: ConferenceScreenProps) {
  const line = useConferenceLine(about.conferenceId, seat);
  const live = useMemo(
    () => line && { about, describe, client: line.client, devices: line.devices },
    [about, describe, line],
  );
  if (!line || !live) return null;
  return (
    <LiveContext value={live}>
      <Phase comeAgain={line.comeAgain} {...parts} />
    </LiveContext>
  );
}
