import type { SaveStatus } from "@consilium/workspace-client";
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { useCase } from "./case-context.ts";
import type { DocumentState } from "./document-state.ts";
import { worstStatus } from "./worst-status.ts";

/**
 * A live document by its name (`opinion.<id>`, `story`, `layer.<seat>.<target>.<audience>`), opened while this part of the
 * screen is there. Opening one that is open gives the same replica, undo history and mirror.
 */
export function useDocument(name: string): DocumentState {
  const { shelf } = useCase();
  const subscribe = useCallback((listener: () => void) => shelf.subscribe(name, listener), [shelf, name]);
  return useSyncExternalStore(subscribe, () => shelf.stateOf(name));
}

/** Several at once, such as all layers of a target; in the order of the names. */
export function useDocuments(names: readonly string[]): readonly DocumentState[] {
  const { shelf } = useCase();
  const key = names.join(" ");
  const held = useMemo(() => (key === "" ? [] : key.split(" ")), [key]);
  const last = useRef<readonly DocumentState[]>([]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = held.map((name) => shelf.subscribe(name, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [shelf, held],
  );
  // The same array while no state has changed, as React wants it of a store.
  return useSyncExternalStore(subscribe, () => {
    const states = held.map((name) => shelf.stateOf(name));
    const isSame =
      states.length === last.current.length && states.every((state, at) => state === last.current[at]);
    if (!isSame) last.current = states;
    return last.current;
  });
}

/**
 * When all of these documents were last saved, in milliseconds; 0: nothing was written since; undefined while something is
 * on its way.
 */
export function useSavedAt(names: readonly string[]): number | undefined {
  const { shelf } = useCase();
  const key = names.join(" ");
  const held = useMemo(() => (key === "" ? [] : key.split(" ")), [key]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = held.flatMap((name) => {
        const release = shelf.subscribe(name, () => {});
        return [release, shelf.documentOf(name)?.snapshot.subscribe(listener)];
      });
      return () => {
        for (const stop of stops) stop?.();
      };
    },
    [shelf, held],
  );
  return useSyncExternalStore(subscribe, () => {
    const status = worstStatus(
      held.flatMap((name) => shelf.documentOf(name)?.snapshot.getSnapshot().status ?? []),
    );
    return status.state === "saved" ? (status.at?.getTime() ?? 0) : undefined;
  });
}

/** Of all documents that this page holds, as it is said to the person; the worst wins (SY-3). */
export function useSaveStatus(): SaveStatus {
  const { saidStatus } = useCase().shelf;
  return useSyncExternalStore(saidStatus.subscribe, saidStatus.getSnapshot);
}
