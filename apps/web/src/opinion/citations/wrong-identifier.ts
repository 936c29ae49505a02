import { isIdentifier, readIdentifier } from "@consilium/clinical";

/** Something stands where a DOI or a number of PubMed should, and has not its form. */
export const isWrongIdentifier = (field: string, words: string): boolean =>
  isIdentifier(field) && words !== "" && readIdentifier(field, words) === undefined;
