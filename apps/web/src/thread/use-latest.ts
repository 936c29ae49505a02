import { type RefObject, useEffect, useRef } from "react";

/** What the newest rendering has, for callbacks that outlive a rendering. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
