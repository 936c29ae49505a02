import { htmlBlocks } from "@consilium/interchange";
import { notRead } from "../file-reading.ts";
import { wholeOf } from "../source.ts";
import type { Reader } from "./reader.ts";
import { decodeText, noteOf } from "./text-reader.ts";

const script = /<script[\s>/]|\son[a-z]{3,20}\s*=|javascript:/i;

/** Words, headings, lists and tables of a page. Nothing of it that could run is kept. */
export const htmlReader: Reader = {
  takes: ({ kind: { kind } }) => kind === "html",
  read: async (file, desk) => {
    if (file.source.bytes > desk.limits.text) return notRead("too-large");
    const text = decodeText(await wholeOf(file.source));
    return noteOf(file, desk, htmlBlocks(text), script.test(text) ? "scripts-not-kept" : null);
  },
};
