/** An element with its namespace resolved. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** "" where none is declared. */
  readonly namespace: string;
  /** By name as written; those of XML Schema's instances always with `xsi:`. Declarations of namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly (XmlElement | string)[];
}

const isElement = (part: XmlElement | string): part is XmlElement => typeof part !== "string";

export const elementsIn = (parent: XmlElement | null): readonly XmlElement[] =>
  parent === null ? [] : parent.content.filter(isElement);

/** Children of this name in the parent's own namespace: extensions of others are not mistaken for them. */
export const elements = (parent: XmlElement | null, name: string): readonly XmlElement[] =>
  elementsIn(parent).filter((one) => one.name === name && one.namespace === parent?.namespace);

/** The first child of that name, and inside it the first child of the next name. */
export function element(parent: XmlElement | null, ...names: readonly string[]): XmlElement | null {
  let found = parent;
  for (const name of names) found = elements(found, name)[0] ?? null;
  return found;
}

/** An attribute without white space around it; null where nothing is in it. */
export const attribute = (one: XmlElement | null, name: string): string | null =>
  one?.attributes.get(name)?.trim() || null;

/** All text in it, as written. */
export const textIn = (one: XmlElement | null): string =>
  one === null ? "" : one.content.map((part) => (typeof part === "string" ? part : textIn(part))).join("");
