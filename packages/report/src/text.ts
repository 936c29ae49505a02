/** Rich text as a report holds it: a closed list of nodes, so that no printer meets one that it does not know. Plain JSON. */
export type Block =
  | { readonly type: "paragraph"; readonly content: readonly Inline[] }
  | { readonly type: "heading"; readonly content: readonly Inline[] }
  | {
      readonly type: "list";
      /** Of a numbered list, its first number; null: bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: "quote"; readonly content: readonly Block[] }
  | {
      readonly type: "table";
      /** The first rows, where all their cells are headers. */
      readonly head: readonly Row[];
      readonly body: readonly Row[];
      /** Columns. */
      readonly width: number;
    };

export type Row = readonly Cell[];

export interface Cell {
  readonly isHeader: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly content: readonly Block[];
}

export type Inline =
  | {
      readonly type: "text";
      readonly text: string;
      readonly bold: boolean;
      readonly italic: boolean;
      /** `https:` or `mailto:`; null: no link. */
      readonly href: string | null;
    }
  | { readonly type: "break" }
  | Mention;

/** A place of a record, by its letter in `Report.places`. */
export interface Mention {
  readonly type: "place";
  readonly letter: string;
  /** What the sentence calls it; null: nothing, the letter stands behind what was said. */
  readonly words: string | null;
}
