import type { Thread } from "@consilium/workspace";

const plain: Thread = {
  key: "layer.a.records.everyone/01K00000000000000000000001",
  id: "01K00000000000000000000001",
  kind: "comment",
  by: "specialist",
  target: "records",
  audience: "everyone",
  anchor: undefined,
  body: "Which slice?",
  replacement: undefined,
  created: "2026-11-23T13:52:00.000Z",
  replies: [],
  state: { is: "open" },
  count: 0,
};

/** A thread for tests: what is not given is of a plain comment. */
export const threadWith = (given: Partial<Thread>): Thread => ({ ...plain, ...given });

export const replyBy = (by: string, created: string): Thread["replies"][number] => ({
  id: created,
  by,
  audience: "everyone",
  body: "Slice 87.",
  act: undefined,
  created,
});
