import type { RichMark, RichValue } from "../rich-text/rich-node.ts";
import type { Deed } from "./log-row.ts";
import type { Change } from "./pieces.ts";

export type DifferenceNode = DifferenceBlock | DifferenceRun;

/** An element of the vocabulary that stood at one of the moments, or at both. */
export interface DifferenceBlock {
  readonly type: string;
  /** At the later moment; of a removed block, at the earlier one. */
  readonly attrs: Readonly<Record<string, RichValue>>;
  readonly state: Change;
  readonly insertedBy: Deed;
  readonly deletedBy: Deed | undefined;
  /** Of a block that stood at both moments. */
  readonly changed: readonly AttributeChange[];
  readonly children: readonly DifferenceNode[];
}

export interface AttributeChange {
  readonly name: string;
  /** Undefined: the attribute was not there. */
  readonly before: RichValue | undefined;
  readonly after: RichValue | undefined;
  readonly by: Deed;
}

export interface DifferenceRun {
  readonly text: string;
  /** At the later moment; of a removed run, at the earlier one. */
  readonly marks: readonly RichMark[];
  readonly state: Change;
  /** The first author, even if somebody else moved it; `at` and `sequence` are those of its first character. */
  readonly insertedBy: Deed;
  readonly deletedBy: Deed | undefined;
  /** Removed here and added there, or the reverse, without being rewritten. */
  readonly moved: boolean;
  /** Marks put on or taken off between the moments, of a run that stood at both. */
  readonly formatted: readonly Formatting[];
}

export interface Formatting {
  readonly mark: string;
  readonly before: RichMark["attrs"] | null;
  readonly after: RichMark["attrs"] | null;
  readonly by: Deed;
}

export const isDifferenceRun = (node: DifferenceNode): node is DifferenceRun => "text" in node;
