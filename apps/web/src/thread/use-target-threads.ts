import { type Audience, audiencesFor, type LayerTarget } from "@consilium/clinical";
import type { Thread } from "@consilium/workspace";
import { useCallback, useMemo, useState } from "react";
import type { Doc } from "yjs";
import type { CaseDetail } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { useOwnLayers } from "./own-layers.ts";
import { authorsOf, sitterOf, writersOf } from "./parties.ts";
import { type Looker, threadRights } from "./thread-rights.ts";
import type { Draft, Threads } from "./threads-context.ts";
import { useOpenThread } from "./use-open-thread.ts";
import { useThreadBook } from "./use-thread-book.ts";
import { useVersionThreads } from "./use-version-threads.ts";

export interface TargetThreadsOptions {
  readonly target: LayerTarget;
  /** The target's text, where it has one. */
  readonly doc: Doc | undefined;
  /** Of whoever was given a version: its number. */
  readonly version?: number | undefined;
  readonly mayWriteTarget: boolean;
  readonly maySuggest: boolean;
}

/** All that screens need of the threads on one target. */
export function useTargetThreads(options: TargetThreadsOptions): Threads {
  const { target, doc, version, mayWriteTarget, maySuggest } = options;
  const { detail } = useCase();
  const { names, write } = useOwnLayers(target);
  const read = useThreadBook(target, doc, names);
  const threads = useVersionThreads(target, version, read, names);
  const { openId, open } = useOpenThread();
  const [draft, compose] = useState<Draft>();
  const rightsOf = useRights(target, mayWriteTarget);
  const audiences = useMemo(() => audiencesOf(detail), [detail]);
  return useMemo(
    () => ({ target, threads, openId, open, draft, compose, write, rightsOf, audiences, maySuggest }),
    [target, threads, openId, open, draft, write, rightsOf, audiences, maySuggest],
  );
}

const over: ReadonlySet<CaseDetail["state"]> = new Set(["closed", "declined", "withdrawn", "erased"]);

/** For whom this seat may write now; the server judges again. */
export function audiencesOf({ seat, state, interrupted }: CaseDetail): readonly Audience[] {
  const isOver = over.has(state === "paused" ? (interrupted ?? state) : state);
  const mayAsk = seat.role !== "proxy" || seat.scopes.includes("ask");
  return isOver || !mayAsk ? [] : audiencesFor(seat.role);
}

function useRights(target: LayerTarget, mayWriteTarget: boolean): Threads["rightsOf"] {
  const { detail, people } = useCase();
  return useCallback(
    (thread: Thread) => {
      const by = people.get(thread.by);
      const looker: Looker = {
        id: detail.seat.id,
        role: detail.seat.role,
        mayWrite: audiencesOf(detail).length > 0,
        mayWriteTarget,
      };
      const around = {
        by: by && sitterOf(by),
        authors: authorsOf(target, detail, people),
        writers: writersOf(target, detail, people),
      };
      return threadRights(thread, around, looker);
    },
    [target, detail, people, mayWriteTarget],
  );
}
