import { useEffect, useRef } from "react";
import { useOwnDevices, useReceived } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";

/** Everybody is heard, wherever their tile is. */
export function Sounds() {
  const heard = [...useReceived().values()].filter(({ track }) => track.kind === "audio");
  return heard.map(({ stream, track }) => <Sound key={stream.producer} track={track} />);
}

interface SoundProps {
  readonly track: MediaStreamTrack;
}

function Sound({ track }: SoundProps) {
  const { isSoundBlocked, blockSound } = useCall();
  const { speaker } = useOwnDevices();
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    // A browser plays nothing on a page that nobody has touched.
    if (!isSoundBlocked && track.readyState === "live")
      audio.current?.play().catch((cause: unknown) => {
        if (cause instanceof DOMException && cause.name === "NotAllowedError") blockSound(true);
      });
  }, [track, isSoundBlocked, blockSound]);
  useEffect(() => {
    const element = audio.current;
    if (speaker === undefined || !element || !("setSinkId" in element)) return;
    // Where it is gone the machine's own speaks on.
    element.setSinkId(speaker).catch(() => undefined);
  }, [speaker]);
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- What people say now has no captions.
  return <audio ref={audio} autoPlay />;
}
