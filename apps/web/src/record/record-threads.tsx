import type { ReactNode } from "react";
import { ThreadsContext } from "../thread/threads-context.ts";
import { useTargetThreads } from "../thread/use-target-threads.ts";

const options = { target: "records", doc: undefined, mayWriteTarget: false, maySuggest: false } as const;

/** The threads on all records of the case, around the rail and the record that lies open. */
export function RecordThreads({ children }: { readonly children: ReactNode }) {
  return <ThreadsContext value={useTargetThreads(options)}>{children}</ThreadsContext>;
}
