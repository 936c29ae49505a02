import { readDoi } from "./doi.ts";
import { readPmcid, readPmid } from "./pubmed-ids.ts";

export const identifiers = ["doi", "pmid", "pmcid"] as const;
export type Identifier = (typeof identifiers)[number];

const readers: Readonly<Record<Identifier, (text: string) => string | undefined>> = {
  doi: readDoi,
  pmid: readPmid,
  pmcid: readPmcid,
};

/** An identifier in the form in which it is kept; undefined where it has not the form of one. */
export const readIdentifier = (name: Identifier, text: string): string | undefined => readers[name](text);

export const isIdentifier = (name: string): name is Identifier => identifiers.some((one) => one === name);
