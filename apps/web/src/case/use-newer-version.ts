import { useState } from "react";

/** Whether a newer version took the place of the one that this person began to read. `n`: of the version on screen. */
export function useNewerVersion(n: number): boolean {
  const [first] = useState(n);
  return n > first;
}
