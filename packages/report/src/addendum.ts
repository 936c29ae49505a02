import { canonicalJson, sha256Hex } from "@consilium/foundation";
import { readFragment, sectionRoot } from "@consilium/workspace";
import type * as Y from "yjs";
import { cleanLines } from "./clean-lines.ts";
import { signerOf } from "./facts.ts";
import { pick } from "./pick.ts";
import { openPlaces } from "./places.ts";
import { readOpinion } from "./read-opinion.ts";
import type { OpinionInput } from "./report-input.ts";
import type { Signer } from "./report-people.ts";
import type { ReportCase, ReportPlace, ReportRecord } from "./report.ts";
import { textOf } from "./rich/text-of.ts";
import type { Block } from "./text.ts";

/**
 * What was added to a signed report, as it was signed: plain JSON whose RFC 8785 bytes are what is signed, as those of the
 * report are. It names the report that it adds to by its digest, and changes nothing of it. Instants are ISO 8601 in UTC.
 */
export interface Addendum {
  readonly form: "addendum/1";
  /** BCP 47, of the words in it. */
  readonly language: string;
  /** IANA; in which its instants are printed. */
  readonly zone: string;
  readonly case: ReportCase;
  /** The addendum's document, and how far it had come. */
  readonly document: string;
  readonly sequence: number;
  /** What it adds to. */
  readonly report: { readonly version: number; readonly digest: string };
  readonly signedAt: string;
  readonly signer: Signer;
  /** What signing means, in the words that whoever signed was shown. */
  readonly statement: string;
  readonly text: readonly Block[];
  /** In the order of their letters. */
  readonly places: readonly ReportPlace[];
}

export interface AddendumInput extends Omit<Addendum, "form" | "text" | "places"> {
  /** The addendum as it was read (`readAddendum`). */
  readonly read: AddendumText;
  /** All that it may link to. */
  readonly records: readonly ReportRecord[];
}

export interface AddendumText {
  readonly text: OpinionInput["sections"]["summary"];
  readonly evidence: OpinionInput["evidence"];
}

/** All that an addendum says, read out of its document at once. */
export const readAddendum = (doc: Y.Doc): AddendumText => ({
  text: readFragment(doc.getXmlFragment(sectionRoot("text"))),
  evidence: readOpinion(doc).evidence,
});

/** Pure: the same value for the same input. Throws a RangeError where the record of a place was not handed in. */
export function buildAddendum({ read, records, ...input }: AddendumInput): Addendum {
  const places = openPlaces({ opinion: read, records });
  const text = textOf(read.text, places.placeOf);
  return cleanLines({
    form: "addendum/1",
    ...pick(input, ["language", "zone", "document", "sequence", "signedAt", "statement"]),
    case: pick(input.case, ["id", "number", "title", "specialty"]),
    report: pick(input.report, ["version", "digest"]),
    signer: signerOf(input.signer),
    text,
    places: places.all([]),
  });
}

/** What is signed: the addendum in RFC 8785's form, as UTF-8. */
export const addendumBytes = (addendum: Addendum): Uint8Array =>
  new TextEncoder().encode(canonicalJson(addendum));

/** Lower-case hexadecimal SHA-256 of `addendumBytes`. */
export const addendumDigest = (addendum: Addendum): Promise<string> => sha256Hex(addendumBytes(addendum));
