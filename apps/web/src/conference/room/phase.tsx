import { type ReactNode, useEffect, useEffectEvent } from "react";
import { CallPage } from "../call/call-page.tsx";
import { Door } from "../door/door.tsx";
import { Over } from "../door/over.tsx";
import { Waiting } from "../door/waiting.tsx";
import { useLive, useRoom } from "./live-context.ts";
import { RoomAround } from "./room-around.tsx";
import { type Over as OverAs, ownPlace } from "./room-state.ts";
import { useMediaAgain } from "./use-media-again.ts";
import { useClockWatched } from "./use-server-now.ts";

export interface PhaseParts {
  /** Around what is not the call itself. */
  readonly frame: (page: ReactNode) => ReactNode;
  /** Where to go from here, once it is over. */
  readonly ways: ReactNode;
  readonly onOver?: (as: OverAs) => void;
  readonly stage: ReactNode;
  /** Null: whoever looks does not read them. */
  readonly notes: ReactNode | null;
}

interface PhaseProps extends PhaseParts {
  /** Comes again after it was over. */
  readonly comeAgain: () => void;
}

/** Where whoever looks is: before the door, waiting, inside, or after it. */
export function Phase({ comeAgain, frame, ways, onOver, stage, notes }: PhaseProps) {
  const room = useRoom();
  const { devices } = useLive();
  const at = ownPlace(room);
  useMediaAgain();
  useClockWatched();
  const tell = useEffectEvent((as: OverAs) => onOver?.(as));
  useEffect(() => {
    if (room.over !== null) tell(room.over);
  }, [room.over]);
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
