/** A number of the file with the digits it was written in: `JSON.parse` alone would make 60.0 into 60. */
export class JsonNumber {
  readonly text: string;
  readonly number: number;
  constructor(text: string, number: number) {
    this.text = text;
    this.number = number;
  }
}

/** Anything that can stand in a file; read it through `node.ts`, which expects nothing of it. */
export type Json = unknown;

/** ECMAScript's "JSON.parse source text access"; without it (Node 20) the shortest form of the number is kept. */
interface ParseContext {
  readonly source?: string;
}

const keepDigits = (_key: string, value: Json, context?: ParseContext): Json =>
  typeof value === "number" ? new JsonNumber(context?.source ?? String(value), value) : value;

/** `undefined` where the text is not JSON: no JSON text stands for it. */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    return undefined;
  }
}
