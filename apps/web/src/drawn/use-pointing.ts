import { useEffect } from "react";
import { useLatest } from "../thread/use-latest.ts";
import { type Affine, fromScreen } from "./affine.ts";
import { useLookingTogether } from "./looking-together.ts";

/** Finer than a hand points, and -0 is 0. */
const tenths = (value: number): number => Math.round(value * 10) / 10 || 0;

/** Says where on a picture this seat's pointer is, in pixels of the picture, while somebody asks for it. */
export function usePointing(surface: HTMLElement | null, affine: Affine | undefined): void {
  const point = useLookingTogether()?.point;
  const latest = useLatest(affine);
  useEffect(() => {
    if (!surface || !point) return undefined;
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (!latest.current) return;
      const { left, top } = surface.getBoundingClientRect();
      const [x, y] = fromScreen(latest.current, [clientX - left, clientY - top]);
      point({ x: tenths(x), y: tenths(y) });
    };
    const leave = () => point(undefined);
    surface.addEventListener("pointermove", move, { passive: true });
    surface.addEventListener("pointerleave", leave);
    return () => {
      surface.removeEventListener("pointermove", move);
      surface.removeEventListener("pointerleave", leave);
      leave();
    };
  }, [surface, point, latest]);
}
