import { type SlideTool, slideTools } from "@consilium/workspace";
import type { KeyPressed } from "../imaging/viewer-keys.ts";
import { magnifications } from "./slide-scale.ts";

/** What a key asks of the viewer of slides. */
export type SlideAct =
  /** By parts of the screen. */
  | { readonly is: "pan"; readonly by: readonly [right: number, down: number] }
  /** The place of a mark, by CSS pixels. */
  | { readonly is: "move"; readonly by: readonly [right: number, down: number] }
  | { readonly is: "zoom"; readonly factor: number }
  | { readonly is: "magnify"; readonly times: number }
  | { readonly is: "turn"; readonly degrees: 90 | -90 }
  | { readonly is: "tool"; readonly tool: SlideTool }
  | { readonly is: "mark"; readonly step: 1 | -1 }
  | { [Is in PlainAct]: { readonly is: Is } }[PlainAct];

type PlainAct = "evidence" | "place" | "leave" | "remove" | "reset";

/** Those of the viewer of studies, and B for a box. */
const keys: Readonly<Record<SlideTool, string>> = { length: "L", freehand: "R", rectangle: "B", arrow: "T" };

const acts: Readonly<Record<string, SlideAct>> = {
  e: { is: "evidence" },
  Escape: { is: "leave" },
  Delete: { is: "remove" },
  Backspace: { is: "remove" },
  "0": { is: "reset" },
  "[": { is: "mark", step: -1 },
  "]": { is: "mark", step: 1 },
  "+": { is: "zoom", factor: 1.5 },
  "=": { is: "zoom", factor: 1.5 },
  "-": { is: "zoom", factor: 1 / 1.5 },
};

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The arrows move the view, with Shift by most of a screen; while a mark is being placed, they move the place. */
export function slideAct(pressed: KeyPressed, isPlacing: boolean): SlideAct | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (ctrlKey || metaKey || altKey) return undefined;
  const direction = directions[key];
  if (direction) return arrowAct(direction, shiftKey, isPlacing);
  if (key === "Enter") return isPlacing ? { is: "place" } : undefined;
  const times = /^[1-5]$/.test(key) ? magnifications[Number(key) - 1] : undefined;
  if (times !== undefined) return { is: "magnify", times };
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (letter === "o") return { is: "turn", degrees: shiftKey ? -90 : 90 };
  const tool = slideTools.find((one) => keys[one].toLowerCase() === letter);
  return tool ? { is: "tool", tool } : acts[letter];
}

function arrowAct([right, down]: readonly [number, number], isFar: boolean, isPlacing: boolean): SlideAct {
  const pace = isPlacing ? (isFar ? 20 : 2) : isFar ? 0.8 : 0.1;
  return { is: isPlacing ? "move" : "pan", by: [right * pace, down * pace] };
}

/** For `aria-keyshortcuts` and the tip of a tool's button. */
export const keyOfSlideTool = (tool: SlideTool): string => keys[tool];
