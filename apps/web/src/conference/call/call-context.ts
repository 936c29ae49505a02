import { createContext, useContext } from "react";
import type { LineQuality } from "./judge-line.ts";
import type { ScreenShare } from "./use-screen-share.ts";

/** What the parts of a call share beside the room itself. */
export interface CallNow {
  readonly quality: LineQuality;
  /** Pictures of others are not asked for, and one's own is not sent, so that the sound is better. */
  readonly arePicturesOff: boolean;
  readonly turnPictures: (areOff: boolean) => void;
  readonly screen: ScreenShare;
  /** The browser plays nothing before somebody touches the page. */
  readonly isSoundBlocked: boolean;
  readonly blockSound: (isBlocked: boolean) => void;
  /** Asks the room for something; what it refuses is said. */
  readonly attempt: (act: () => Promise<unknown>) => void;
  /** Why the last of it was not done. */
  readonly notDone: string | null;
  readonly forget: () => void;
}

export const CallContext = createContext<CallNow | undefined>(undefined);

export function useCall(): CallNow {
  const call = useContext(CallContext);
  if (!call) throw new Error("This part of the screen needs a call");
  return call;
}
