import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useLive } from "../room/live-context.ts";
import { CallContext } from "./call-context.ts";
import { useAttempt } from "./use-attempt.ts";
import { useAwake } from "./use-awake.ts";
import { useQuality } from "./use-quality.ts";
import { useScreenShare } from "./use-screen-share.ts";

/** Around the parts of a call. */
export function CallAround({ children }: { readonly children: ReactNode }) {
  const { devices } = useLive();
  const [arePicturesOff, setPicturesOff] = useState(false);
  const [isSoundBlocked, blockSound] = useState(false);
  const quality = useQuality();
  const screen = useScreenShare();
  const attempts = useAttempt();
  useAwake();
  const turnPictures = useCallback(
    (areOff: boolean) => {
      setPicturesOff(areOff);
      if (areOff) devices.turnOff("camera");
    },
    [devices],
  );
  const call = useMemo(
    () => ({ quality, arePicturesOff, turnPictures, screen, isSoundBlocked, blockSound, ...attempts }),
    [quality, arePicturesOff, turnPictures, screen, isSoundBlocked, attempts],
  );
  return <CallContext value={call}>{children}</CallContext>;
}
