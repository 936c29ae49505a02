import { useEffect, useState } from "react";

/** Whether something is so, or was so within these milliseconds. */
export function useLasting(isSo: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(isSo);
  if (isSo && !lasts) setLasts(true);
  useEffect(() => {
    if (isSo) return undefined;
    const timer = setTimeout(() => setLasts(false), milliseconds);
    return () => clearTimeout(timer);
  }, [isSo, milliseconds]);
  return isSo || lasts;
}
