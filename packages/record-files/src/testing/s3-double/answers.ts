import type { Answer } from "./bucket.ts";

type Within = string | readonly (readonly [string, Within])[];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const written = (within: Within): string =>
  typeof within === "string"
    ? escaped(within)
    : within.map(([name, inner]) => `<${name}>${written(inner)}</${name}>`).join("");

export const xml = (name: string, within: Within, status = 200): Answer => ({
  status,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0" encoding="UTF-8"?>${written([[name, within]])}`,
});

const statuses = {
  NoSuchKey: 404,
  NoSuchBucket: 404,
  NoSuchUpload: 404,
  PreconditionFailed: 412,
  InvalidRange: 416,
  InvalidPart: 400,
  MethodNotAllowed: 405,
} as const;

export const refused = (code: keyof typeof statuses): Answer =>
  xml("Error", [["Code", code]], statuses[code]);
