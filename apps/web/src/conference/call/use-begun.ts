import { useState } from "react";
import { useLive, useRoom } from "../room/live-context.ts";

/** Since when it goes on, by the server's clock; where nobody says, since this page is in. */
export function useBegun(): Date {
  const { begunAt } = useLive().about;
  const { clockAhead } = useRoom();
  const [own] = useState(() => new Date(Date.now() - clockAhead));
  return begunAt ?? own;
}
