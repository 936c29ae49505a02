import { useEffect, useRef } from "react";

interface PictureProps {
  readonly track: MediaStreamTrack;
  /** What it is a picture of. */
  readonly label: string;
  /** Oneself is seen as in a mirror. */
  readonly isMirrored?: boolean;
  readonly isWhole?: boolean;
}

/** A moving picture without its sound. */
export function Picture({ track, label, isMirrored = false, isWhole = false }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      className="picture"
      data-mirrored={isMirrored || undefined}
      data-whole={isWhole || undefined}
      aria-label={label}
      autoPlay
      playsInline
      muted
    />
  );
}
