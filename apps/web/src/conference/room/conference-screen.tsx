import "../conference.css";
import { type ReactNode, useEffect, useEffectEvent, useMemo } from "react";
import { CallPage } from "../call/call-page.tsx";
import { Door } from "../door/door.tsx";
import { Over } from "../door/over.tsx";
import { Waiting } from "../door/waiting.tsx";
import { type About, type Describe, LiveContext, useLive, useRoom } from "./live-context.ts";
import { RoomAround } from "./room-around.tsx";
import { ownPlace } from "./room-state.ts";
import { type OpenLine, useConferenceLine } from "./use-conference-line.ts";

export interface ConferenceScreenProps {
  readonly about: About;
  readonly seat: string | undefined;
  readonly describe: Describe;
  /** Around what is not the call itself. */
  readonly frame: (page: ReactNode) => ReactNode;
  /** Where to go from here, once it is over. */
  readonly ways: ReactNode;
  /** It was ended for all. */
  readonly onEnded?: () => void;
  readonly stage: ReactNode;
  /** Null: whoever looks does not read them. */
  readonly notes: ReactNode | null;
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

type PhaseProps = Omit<ConferenceScreenProps, "about" | "seat" | "describe"> & Pick<OpenLine, "comeAgain">;

function Phase({ comeAgain, frame, ways, onEnded, stage, notes }: PhaseProps) {
  const room = useRoom();
  const { devices } = useLive();
  const at = ownPlace(room);
  const hasEnded = room.over === "ended";
  const tell = useEffectEvent(() => onEnded?.());
  useEffect(() => {
    if (hasEnded) tell();
  }, [hasEnded]);
  if (room.over !== null) {
    const again = () => {
      comeAgain();
      void devices.open();
    };
    return frame(<Over as={room.over} ways={ways} onAgain={again} />);
  }
  if (!room.wantsIn) return frame(<Door />);
  if (at === "waiting") return frame(<Waiting />);
  if (at !== "in") return frame(<Door />);
  return (
    <RoomAround>
      <CallPage stage={stage} notes={notes} />
    </RoomAround>
  );
}
