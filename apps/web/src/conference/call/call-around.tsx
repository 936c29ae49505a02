import { type ReactNode, useMemo, useState } from "react";
import { CallContext } from "./call-context.ts";
import { useAttempt } from "./use-attempt.ts";
import { useAwake } from "./use-awake.ts";
import { usePictures } from "./use-pictures.ts";
import { useQuality } from "./use-quality.ts";
import { useScreenShare } from "./use-screen-share.ts";

/** Around the parts of a call. */
export function CallAround({ children }: { readonly children: ReactNode }) {
  const { arePicturesOff, turnPictures } = usePictures();
  const [isSoundBlocked, blockSound] = useState(false);
  const quality = useQuality();
  const screen = useScreenShare();
  const attempts = useAttempt();
  useAwake();
  const call = useMemo(
    () => ({ quality, arePicturesOff, turnPictures, screen, isSoundBlocked, blockSound, ...attempts }),
    [quality, arePicturesOff, turnPictures, screen, isSoundBlocked, attempts],
  );
  return <CallContext value={call}>{children}</CallContext>;
}
