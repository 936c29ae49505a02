import { useCallback, useEffect, useRef, useState } from "react";
import { useLive } from "../room/live-context.ts";
import type { CallNow } from "./call-context.ts";

/** One switch for all pictures. One's own camera comes back with them where this switch turned it off and nobody touched it since. */
export function usePictures(): Pick<CallNow, "arePicturesOff" | "turnPictures"> {
  const { devices } = useLive();
  const [arePicturesOff, setPicturesOff] = useState(false);
  const owesCamera = useRef(false);
  useEffect(() => {
    const { state } = devices;
    return state.subscribe(() => {
      if (state.getSnapshot().camera.is !== "off") owesCamera.current = false;
    });
  }, [devices]);
  const turnPictures = useCallback(
    (areOff: boolean) => {
      setPicturesOff(areOff);
      if (areOff) {
        const { is } = devices.state.getSnapshot().camera;
        devices.turnOff("camera");
        owesCamera.current ||= is === "on" || is === "asking";
      } else if (owesCamera.current) void devices.turnOn("camera");
    },
    [devices],
  );
  return { arePicturesOff, turnPictures };
}
