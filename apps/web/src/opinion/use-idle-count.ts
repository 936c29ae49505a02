import { useEffect, useState } from "react";

/** Milliseconds: Safari has no idle callback. */
const pause = 150;

/** Counts up to `most`, one each time the browser has nothing else to do: what is far away is built then. */
export function useIdleCount(most: number): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count >= most) return undefined;
    const next = () => setCount(count + 1);
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(next, pause);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(next, { timeout: 2000 });
    return () => cancelIdleCallback(handle);
  }, [count, most]);
  return count;
}
