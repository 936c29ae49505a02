import type { Decimal } from "@consilium/clinical";
import type { Json } from "./parse-json.ts";

/** An object of the file. Its keys are the file's: only own ones are ever read. */
export type Node = Readonly<Record<string, Json>>;

export const asNode = (value: Json): Node | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object of JSON has string keys
      (value as Node)
    : null;

export const member = (node: Node | null, key: string): Json =>
  node !== null && Object.hasOwn(node, key) ? node[key] : undefined;

export const child = (node: Node | null, key: string): Node | null => asNode(member(node, key));

/** The objects of a list; one object where a list is expected counts as a list of one, everything else as none. */
export function children(node: Node | null, key: string): readonly Node[] {
  const value = member(node, key);
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return list.map(asNode).filter((item) => item !== null);
}

/** Control signs, zero-width signs and overrides of writing direction; line breaks and tabs stay. */
// oxlint-disable-next-line no-control-regex -- control signs are what it removes
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\ufeff]/g;

export const cleanText = (text: string): string => text.toWellFormed().replace(invisible, "");

const textOf = (value: Json): string | null => {
  if (typeof value !== "string") return null;
  const clean = cleanText(value).trim();
  return clean === "" ? null : clean;
};

/** A text with something in it, else null. */
export const text = (node: Node | null, key: string): string | null => textOf(member(node, key));

/** The text on one line. */
export const line = (node: Node | null, key: string): string | null =>
  text(node, key)?.replace(/\s+/g, " ") ?? null;

export function texts(node: Node | null, key: string): readonly string[] {
  const value = member(node, key);
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return list.map(textOf).filter((item) => item !== null);
}

/** As written, for what must not be cleaned: base64, markup. */
export const rawText = (node: Node | null, key: string): string | null => {
  const value = member(node, key);
  return typeof value === "string" && value !== "" ? value : null;
};

export const isTrue = (node: Node | null, key: string): boolean => member(node, key) === true;

export const has = (node: Node | null, key: string): boolean =>
  node !== null && Object.hasOwn(node, key) && node[key] !== null;

const decimalForm = /^-?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?$/;

/** A number with its digits, also one that the file has in quotation marks. Null where it is not finite or endless. */
export function decimal(node: Node | null, key: string): Decimal | null {
  const value = member(node, key);
  if (typeof value !== "string" || !decimalForm.test(value)) return null;
  const number = Number(value);
  return Number.isFinite(number) ? { text: value, number } : null;
}

/** A whole number from 0 on. */
export function count(node: Node | null, key: string): number | null {
  const found = decimal(node, key)?.number ?? null;
  return found !== null && Number.isSafeInteger(found) && found >= 0 ? found : null;
}
