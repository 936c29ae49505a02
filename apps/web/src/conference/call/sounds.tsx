import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { useOwnDevices, useReceived } from "../room/live-context.ts";
import { CallNote } from "./call-note.tsx";

/** Everybody is heard, wherever their tile is. */
export function Sounds() {
  const t = useTranslations("conference.call");
  const heard = [...useReceived().values()].filter(({ track }) => track.kind === "audio");
  const [isBlocked, setBlocked] = useState(false);
  return (
    <>
      {heard.map(({ stream, track }) => (
        <Sound key={stream.producer} track={track} isBlocked={isBlocked} onBlocked={() => setBlocked(true)} />
      ))}
      {isBlocked && (
        <CallNote
          title={t("soundBlocked")}
          action={
            <Button size="small" onClick={() => setBlocked(false)}>
              {t("turnSoundOn")}
            </Button>
          }
        />
      )}
    </>
  );
}

interface SoundProps {
  readonly track: MediaStreamTrack;
  readonly isBlocked: boolean;
  readonly onBlocked: () => void;
}

function Sound({ track, isBlocked, onBlocked }: SoundProps) {
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
    if (!isBlocked && track.readyState === "live")
      audio.current?.play().catch((cause: unknown) => {
        if (cause instanceof DOMException && cause.name === "NotAllowedError") onBlocked();
      });
  }, [track, isBlocked, onBlocked]);
  useEffect(() => {
    const element = audio.current;
    if (speaker === undefined || !element || !("setSinkId" in element)) return;
    // Where it is gone the machine's own speaks on.
    element.setSinkId(speaker).catch(() => undefined);
  }, [speaker]);
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- What people say now has no captions.
  return <audio ref={audio} autoPlay />;
}
