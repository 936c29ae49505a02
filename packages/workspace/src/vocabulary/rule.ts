/** What a place in a document may hold. A vocabulary is a tree of these; the gate walks it beside the structs. */
export type Rule = ScalarRule | ContainerRule;

export interface ScalarRule {
  readonly holds: "scalar";
  readonly accepts: Accepts;
}

export type Accepts = (value: unknown) => boolean;

export type ContainerRule = BlocksRule | TextRule | EntriesRule;

/** An XmlFragment (no attributes) or an XmlElement: blocks in an order, and in an element runs of text. */
export interface BlocksRule {
  readonly holds: "blocks";
  readonly attributes: ReadonlyMap<string, Accepts>;
  /** An editor throws at text that stands outside every block. */
  readonly holdsText: boolean;
}

/** An XmlText: characters and marks. */
export interface TextRule {
  readonly holds: "text";
}

/** A Map: each key has a rule of its own; a key without one is foreign. */
export interface EntriesRule {
  readonly holds: "entries";
  readonly entry: (key: string) => Rule | undefined;
}

export const scalar = (accepts: Accepts): ScalarRule => ({ holds: "scalar", accepts });
/** Of a fragment, and of an element without attributes. */
export const blocks: BlocksRule = { holds: "blocks", attributes: new Map(), holdsText: false };
export const element: BlocksRule = { ...blocks, holdsText: true };
export const entries = (entry: EntriesRule["entry"]): EntriesRule => ({ holds: "entries", entry });
