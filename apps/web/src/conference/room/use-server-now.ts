import { useEffect } from "react";
import { useNow } from "use-intl";
import { useLive, useRoom } from "./live-context.ts";

/** The time now by the server's clock: that of this device may be wrong. `updateInterval`: milliseconds. */
export function useServerNow(updateInterval: number): Date {
  const { clockAhead } = useRoom();
  const now = useNow({ updateInterval });
  return new Date(now.getTime() - clockAhead);
}

/** Milliseconds between two looks at whether somebody has set the clock of this device. */
const rhythm = 5000;

/** Whoever sets the clock of their device right while the page is open is not told that it is wrong any more. */
export function useClockWatched(): void {
  const { client } = useLive();
  useEffect(() => {
    const timer = setInterval(() => client.lookAtClock(), rhythm);
    return () => clearInterval(timer);
  }, [client]);
}
