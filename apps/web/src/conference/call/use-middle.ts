import type { Stream } from "@consilium/conference";
import { useState } from "react";
import { useRoom } from "../room/live-context.ts";
import type { RoomState } from "../room/room-state.ts";

/** What has the middle of the screen: what is shown of the case, a screen that somebody shares, or faces. */
export type MiddleOn = "stage" | "screen" | "faces";

export interface MiddleOfCall {
  readonly on: MiddleOn;
  readonly choices: readonly MiddleOn[];
  readonly choose: (on: MiddleOn) => void;
  /** The screen that somebody else shares. */
  readonly shared: Stream | undefined;
}

/** What was shown last is seen first; whoever chose something else keeps it until the next thing is shown. */
export function useMiddle(): MiddleOfCall {
  const room = useRoom();
  const shared = sharedScreen(room);
  const shownNow = JSON.stringify([room.presented?.seat ?? null, shared?.producer ?? null]);
  const [chosen, setChosen] = useState<{ readonly on: MiddleOn; readonly under: string }>();
  const on = chosen?.under === shownNow ? chosen.on : firstOf(room, shared);
  return {
    on,
    choices: choicesOf(room, shared),
    shared,
    choose: (next) => setChosen({ on: next, under: shownNow }),
  };
}

export const sharedScreen = ({ streams }: Pick<RoomState, "streams">): Stream | undefined =>
  [...streams.values()].findLast(({ source }) => source === "screen");

/** A guest has nothing of the case to look at by themselves. */
export const choicesOf = (
  { presented, may }: Pick<RoomState, "presented" | "may">,
  shared: Stream | undefined,
): readonly MiddleOn[] => [
  "faces",
  ...(presented !== null || may.includes("present") ? (["stage"] as const) : []),
  ...(shared ? (["screen"] as const) : []),
];

export const firstOf = ({ presented }: Pick<RoomState, "presented">, shared: Stream | undefined): MiddleOn =>
  presented !== null ? "stage" : shared ? "screen" : "faces";
