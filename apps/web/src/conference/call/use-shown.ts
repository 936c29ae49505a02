import { type RefObject, useEffect, useRef } from "react";
import { useLive } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";
import { layerFor } from "./layer-for.ts";

/** Asks for a picture as large as its place is, and for none while it is not on screen. */
export function useShown(producer: string | undefined): RefObject<HTMLDivElement | null> {
  const { client } = useLive();
  const { arePicturesOff } = useCall();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || producer === undefined) return;
    let isInSight = false;
    let asked: number | null | undefined;
    const ask = () => {
      const height = isInSight ? element.clientHeight * devicePixelRatio : null;
      const layer = layerFor(height, document.hidden || arePicturesOff);
      if (layer === asked) return;
      asked = layer;
      client.wish(producer, layer);
    };
    const sight = new IntersectionObserver((entries) => {
      isInSight = entries.at(-1)?.isIntersecting ?? false;
      ask();
    });
    const size = new ResizeObserver(ask);
    sight.observe(element);
    size.observe(element);
    document.addEventListener("visibilitychange", ask);
    return () => {
      sight.disconnect();
      size.disconnect();
      document.removeEventListener("visibilitychange", ask);
      client.wish(producer, null);
    };
  }, [client, producer, arePicturesOff]);
  return place;
}
