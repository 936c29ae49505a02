import { createHash } from "node:crypto";
import { demoId } from "../demo-id.ts";

/** A UID under 2.25, the same at any time for the same record of the content and the same parts of it. */
export function demoUid(record: string, ...parts: readonly (string | number)[]): string {
  const bytes = createHash("sha256")
    .update([demoId("record", record), ...parts].join("/"))
    .digest();
  return `2.25.${BigInt(`0x${bytes.subarray(0, 16).toString("hex")}`)}`;
}
