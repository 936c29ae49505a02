import type { ReactNode } from "react";
import { ThreadsContext } from "../thread/threads-context.ts";
import { useTargetThreads } from "../thread/use-target-threads.ts";
import { ReliedOnAround } from "./relied-on/relied-on-around.tsx";

const options = { target: "records", doc: undefined, mayWriteTarget: false, maySuggest: false } as const;

/** The threads on all records of the case, and what relies on them, around the rail and the record that lies open. */
export function RecordThreads({ children }: { readonly children: ReactNode }) {
  return (
    <ThreadsContext value={useTargetThreads(options)}>
      <ReliedOnAround>{children}</ReliedOnAround>
    </ThreadsContext>
  );
}
