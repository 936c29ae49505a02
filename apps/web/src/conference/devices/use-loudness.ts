import { useEffect, useState } from "react";
import { loudnessOf } from "./loudness.ts";

/** Milliseconds: as often as an eye follows. */
const rhythm = 100;

/** How loud a track is now, from 0 to 1; nothing without one. */
export function useLoudness(track: MediaStreamTrack | undefined): number {
  const [loudness, setLoudness] = useState(0);
  useEffect(() => {
    if (!track) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      // Browsers hold it back until somebody has touched the page.
      if (context.state === "suspended") void context.resume();
      analyser.getFloatTimeDomainData(samples);
      setLoudness(loudnessOf(samples));
    }, rhythm);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return track ? loudness : 0;
}
