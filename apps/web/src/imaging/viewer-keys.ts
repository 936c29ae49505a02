import type { ImageTool } from "@consilium/workspace";

/** What a key asks of the viewer. */
export type KeyAct =
  | { readonly is: "step"; readonly by: number }
  | { readonly is: "move"; readonly by: readonly [right: number, down: number] }
  | { readonly is: "end"; readonly last: boolean }
  | { readonly is: "window"; readonly place: number }
  | { readonly is: "tool"; readonly tool: ImageTool }
  | { readonly is: "mark"; readonly step: 1 | -1 }
  | { readonly is: "zoom"; readonly factor: number }
  | { [Is in PlainAct]: { readonly is: Is } }[PlainAct];

type PlainAct =
  | "planes"
  | "compare"
  | "key-image"
  | "evidence"
  | "invert"
  | "cine"
  | "place"
  | "leave"
  | "remove"
  | "reset";

export interface KeyPressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** look.md, "Viewer". The letters are those on the keys, in either case. */
const tools: Readonly<Record<string, ImageTool>> = {
  l: "length",
  d: "bidirectional",
  a: "angle",
  r: "freehand",
  t: "arrow",
  p: "probe",
};

const acts: Readonly<Record<string, KeyAct>> = {
  c: { is: "compare" },
  m: { is: "planes" },
  k: { is: "key-image" },
  e: { is: "evidence" },
  i: { is: "invert" },
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
  PageUp: { is: "step", by: -10 },
  PageDown: { is: "step", by: 10 },
};

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Up and down go through the slices; while a mark is being placed, all four arrows move the place. */
export function keyAct(pressed: KeyPressed, isPlacing: boolean): KeyAct | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (ctrlKey || metaKey || altKey) return undefined;
  const direction = directions[key];
  if (direction) return arrowAct(direction, shiftKey ? 10 : 1, isPlacing);
  if (key === "Enter") return isPlacing ? { is: "place" } : undefined;
  if (key === " ") return isPlacing ? undefined : { is: "cine" };
  if (/^[1-6]$/.test(key)) return { is: "window", place: Number(key) - 1 };
  const letter = key.length === 1 ? key.toLowerCase() : key;
  const tool = tools[letter];
  return tool ? { is: "tool", tool } : acts[letter];
}

function arrowAct(
  [right, down]: readonly [number, number],
  pace: number,
  isPlacing: boolean,
): KeyAct | undefined {
  if (isPlacing) return { is: "move", by: [right * pace, down * pace] };
  return down === 0 ? undefined : { is: "step", by: down * pace };
}

/** For `aria-keyshortcuts` and the tip of a tool's button. */
export const keyOfTool = (tool: ImageTool): string | undefined =>
  Object.entries(tools)
    .find(([, named]) => named === tool)?.[0]
    .toUpperCase();
