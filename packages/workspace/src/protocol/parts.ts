import { encodeData } from "./frames/data.ts";
import { encodePart, type PartFrame } from "./frames/part.ts";
import { partBytes } from "./kinds.ts";

/** The frames of one y-websocket message: one data frame, or parts of 64 KiB. */
export function framesOf(channel: number, message: Uint8Array): Uint8Array[] {
  if (message.length <= partBytes) return [encodeData({ channel, message })];
  const frames: Uint8Array[] = [];
  for (let start = 0; start < message.length; start += partBytes) {
    const end = Math.min(start + partBytes, message.length);
    frames.push(encodePart({ channel, rest: message.length - end, bytes: message.subarray(start, end) }));
  }
  return frames;
}

export type Assembled =
  | { readonly state: "more" }
  | { readonly state: "whole"; readonly message: Uint8Array }
  | { readonly state: "refused"; readonly reason: "too-big" | "malformed" };

/** Puts the parts of one channel together. The first part says the whole length, so nothing is kept of what is too big. */
export function createAssembler(longest: number): (part: PartFrame) => Assembled {
  let whole: Uint8Array | undefined;
  let filled = 0;
  return ({ rest, bytes }) => {
    const total = filled + bytes.length + rest;
    if (total > longest) return { state: "refused", reason: "too-big" };
    whole ??= new Uint8Array(total);
    if (bytes.length === 0 || whole.length !== total) return { state: "refused", reason: "malformed" };
    whole.set(bytes, filled);
    filled += bytes.length;
    if (rest > 0) return { state: "more" };
    const message = whole;
    whole = undefined;
    filled = 0;
    return { state: "whole", message };
  };
}
