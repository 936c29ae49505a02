import type { WaveformTool } from "@consilium/workspace";
import type { KeyPressed } from "../imaging/viewer-keys.ts";

/** What a key asks of the viewer of ECGs. */
export type EcgAct =
  /** Along the recording, by parts of what is seen. */
  | { readonly is: "pan"; readonly by: number }
  /** The place of a mark, by millimetres of paper. */
  | { readonly is: "move"; readonly by: readonly [right: number, up: number] }
  | { readonly is: "lead"; readonly step: 1 | -1 }
  | { readonly is: "end"; readonly last: boolean }
  | { readonly is: "zoom"; readonly factor: number }
  | { readonly is: "tool"; readonly tool: WaveformTool }
  | { readonly is: "mark"; readonly step: 1 | -1 }
  | { [Is in PlainAct]: { readonly is: Is } }[PlainAct];

type PlainAct =
  | "speed"
  | "gain"
  | "arrangement"
  | "group"
  | "evidence"
  | "place"
  | "leave"
  | "remove"
  | "reset";

/** L as for lengths in pictures; H height, B box, T with words. */
const tools: Readonly<Record<string, WaveformTool>> = {
  l: "interval",
  h: "amplitude",
  b: "region",
  t: "point",
};

const acts: Readonly<Record<string, EcgAct>> = {
  s: { is: "speed" },
  g: { is: "gain" },
  v: { is: "arrangement" },
  n: { is: "group" },
  e: { is: "evidence" },
  Escape: { is: "leave" },
  Delete: { is: "remove" },
  Backspace: { is: "remove" },
  "0": { is: "reset" },
  "[": { is: "mark", step: -1 },
  "]": { is: "mark", step: 1 },
  "+": { is: "zoom", factor: 1.25 },
  "=": { is: "zoom", factor: 1.25 },
  "-": { is: "zoom", factor: 0.8 },
  Home: { is: "end", last: false },
  End: { is: "end", last: true },
};

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * Left and right go along the recording. While a mark is being placed, all four arrows move the place, and Page up and down
 * take it to another lead.
 */
export function ecgAct(pressed: KeyPressed, isPlacing: boolean): EcgAct | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (ctrlKey || metaKey || altKey) return undefined;
  const direction = directions[key];
  if (direction) return arrowAct(direction, shiftKey, isPlacing);
  if (key === "Enter") return isPlacing ? { is: "place" } : undefined;
  if (key === "PageUp" || key === "PageDown") {
    const step = key === "PageUp" ? -1 : 1;
    return isPlacing ? { is: "lead", step } : { is: "pan", by: step };
  }
  const letter = key.length === 1 ? key.toLowerCase() : key;
  const tool = tools[letter];
  return tool ? { is: "tool", tool } : acts[letter];
}

/** Millimetres; with Shift ten times as far. */
const nudge = 0.5;

function arrowAct(
  [right, up]: readonly [number, number],
  isFar: boolean,
  isPlacing: boolean,
): EcgAct | undefined {
  const pace = isFar ? 10 * nudge : nudge;
  if (isPlacing) return { is: "move", by: [right * pace, up * pace] };
  // Up and down scroll the page.
  return right === 0 ? undefined : { is: "pan", by: right * (isFar ? 0.8 : 0.1) };
}

/** For `aria-keyshortcuts` and the tip of a tool's button. */
export const keyOfEcgTool = (tool: WaveformTool): string =>
  (Object.entries(tools).find(([, named]) => named === tool)?.[0] ?? "").toUpperCase();
