import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useLive } from "../room/live-context.ts";

export interface ScreenShare {
  /** What is shared now. */
  readonly track: MediaStreamTrack | undefined;
  /** Telephones share none. */
  readonly isPossible: boolean;
  readonly begin: () => Promise<void>;
  readonly end: () => void;
}

/** Letters have to stay sharp more than to move: up to 1080 lines, and few pictures a second. */
const wish = { video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 10, max: 15 } } };

export function useScreenShare(): ScreenShare {
  const { client } = useLive();
  const [track, setTrack] = useState<MediaStreamTrack>();
  const latest = useRef<MediaStreamTrack>(undefined);
  const take = useCallback((next: MediaStreamTrack | undefined) => {
    latest.current?.stop();
    latest.current = next;
    setTrack(next);
  }, []);
  const end = useCallback(() => {
    if (latest.current) client.stop("screen");
    take(undefined);
  }, [client, take]);
  const begin = useCallback(async () => {
    // Whoever changes their mind in the browser's own window has said so there.
    const stream = await navigator.mediaDevices.getDisplayMedia(wish).catch(() => undefined);
    const [next] = stream?.getVideoTracks() ?? [];
    if (!next) return;
    next.contentHint = "detail";
    // The browser has a button of its own for it.
    next.addEventListener("ended", end);
    take(next);
    client.send("screen", next, false);
  }, [client, end, take]);
  useEffect(() => () => latest.current?.stop(), []);
  return useMemo(() => ({ track, isPossible: canShare(), begin, end }), [track, begin, end]);
}

const canShare = (): boolean =>
  window.isSecureContext && "mediaDevices" in navigator && "getDisplayMedia" in navigator.mediaDevices;
