import { useEffect } from "react";
import { useLive, useRoom } from "../room/live-context.ts";

/** Milliseconds: a server that builds its video is asked so often whether it is done. */
const rhythm = 10_000;

/** Whether there is video here, asked again while it is being built. */
export function useMediaState(): "ready" | "building" | "unavailable" {
  const { client } = useLive();
  const { media, line } = useRoom();
  const isWaitedFor = media.is === "building" && line === "open";
  useEffect(() => {
    if (!isWaitedFor) return;
    const timer = setInterval(() => void client.tryAgain(), rhythm);
    return () => clearInterval(timer);
  }, [client, isWaitedFor]);
  return media.is;
}
