import { useEffect, useState } from "react";

/** Milliseconds: Safari has no idle callback. */
const pause = 150;

/** Does something once what stands on the page now has been painted; in a page that nobody sees, once somebody does. */
export function afterPainting(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** False until the first painting with this on the page: what takes long and can come after it waits for it. */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => afterPainting(() => setPainted(true)), []);
  return isPainted;
}

/** Does something when the browser has nothing else to do, or after two seconds. */
export function whenIdle(act: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(act, pause);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: 2000 });
  return () => cancelIdleCallback(handle);
}
