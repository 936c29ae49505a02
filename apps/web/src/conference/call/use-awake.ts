import { useEffect } from "react";

/** A telephone that lies on the table does not fall asleep in the midst of a conversation. Where it cannot be asked for, it may. */
export function useAwake(): void {
  useEffect(() => {
    let isOver = false;
    let held: WakeLockSentinel | undefined;
    const ask = async (): Promise<void> => {
      if (document.hidden || !("wakeLock" in navigator)) return;
      held = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) void held?.release();
    };
    const again = () => void ask();
    again();
    // The browser lets go of it with the page in the background.
    document.addEventListener("visibilitychange", again);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", again);
      void held?.release();
    };
  }, []);
}
