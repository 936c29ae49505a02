import { useState } from "react";
import { useLive } from "../room/live-context.ts";

/** Since when it goes on; where nobody says, since this page is in. */
export function useBegun(): Date {
  const { begunAt } = useLive().about;
  const [own] = useState(() => new Date());
  return begunAt ?? own;
}
