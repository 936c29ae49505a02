import type { Word } from "@consilium/workspace-server";
import { z } from "zod";
import type { CaseChange } from "../services.ts";

/** What server processes tell each other: of documents and people, and that a command has changed a case. */
export type AppWord = Word | ({ readonly kind: "changed" } & CaseChange);

const id = z.string().max(200);
const place = z.looseObject({ target: id });
const caret = z.object({ client: z.int(), clock: z.int(), seat: id, state: z.string().max(8192) });

/** A word with the name of the process that says it. What else may be on the channel is not one of them. */
const said = z.object({
  from: id,
  word: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("committed"), document: id, sequence: z.int() }),
    z.object({ kind: z.literal("session-ended"), session: id }),
    z.object({ kind: z.literal("carets"), document: id, carets: z.array(caret) }),
    z.object({ kind: z.literal("missed"), document: id, client: z.int(), clock: z.int() }),
    z.object({
      kind: z.literal("places"),
      caseId: id,
      places: z.array(z.object({ seat: id, name: id, at: place })),
    }),
    z.object({ kind: z.literal("who"), caseId: id }),
    z.object({
      kind: z.literal("changed"),
      caseId: id,
      rights: z.boolean(),
      documents: z.array(id).optional(),
    }),
  ]),
});

export interface Said {
  readonly from: string;
  readonly word: AppWord;
}

export const writeSaid = (one: Said): string => JSON.stringify(one);

/** Undefined: not a word of ours. */
export function readSaid(text: string): Said | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Ids and places are only handed on; their own doors judged them.
    return said.parse(JSON.parse(text)) as Said;
  } catch {
    return undefined;
  }
}

/** The case that a word is about; undefined: every process hears it. */
export function caseOfWord(word: AppWord): string | undefined {
  switch (word.kind) {
    case "session-ended":
      return undefined;
    case "committed":
    case "carets":
    case "missed":
      return word.document.slice(0, word.document.indexOf("/"));
    case "places":
    case "who":
    case "changed":
      return word.caseId;
  }
}
