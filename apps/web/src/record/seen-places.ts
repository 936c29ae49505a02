import { canonicalJson } from "@consilium/foundation";
import type { Evidence } from "@consilium/workspace";
import { useCallback, useState } from "react";

const most = 5;

/** The places last looked at, the newest first. */
export const withSeen = (seen: readonly Evidence[], evidence: Evidence): readonly Evidence[] => {
  const key = canonicalJson({ ...evidence.anchor });
  return [evidence, ...seen.filter(({ anchor }) => canonicalJson({ ...anchor }) !== key)].slice(0, most);
};

export function useSeenPlaces() {
  const [seen, setSeen] = useState<readonly Evidence[]>([]);
  const see = useCallback((evidence: Evidence) => setSeen((now) => withSeen(now, evidence)), []);
  return { seen, see };
}
