import type { RecordAnswer } from "../intake/intake-lists.ts";
import type { RecordPart, RecordType } from "./record-types.ts";

/** Of something that the case needs: is it there? `incomplete`: of its parts some are, such as a report without its images. */
export const inventoryStates = [
  "here",
  "incomplete",
  "asked",
  "missing",
  "unavailable",
  "not-applicable",
] as const;
export type InventoryState = (typeof inventoryStates)[number];

/** What a person may say of it. */
export const saidStates = ["here", "unavailable", "not-applicable"] as const;
export type SaidState = (typeof saidStates)[number];

/** What somebody said of an item, and when. */
export interface Said {
  readonly state: SaidState;
  /** In their words. */
  readonly because: string | null;
  /** The record that it is, where one was named. */
  readonly record: string | null;
  /** A seat. */
  readonly by: string;
  /** An instant. */
  readonly at: string;
}

/** What the patient's side answered of an item in the intake. It is told as theirs, and settles nothing. */
export interface Told {
  readonly answer: RecordAnswer;
  /** An instant: of the submission. Null: the intake is being answered. */
  readonly at: string | null;
}

/** What a case itself says of its inventory: beside the specialty's list, and of it. */
export interface InventoryEntry {
  /** A type of record of the specialty's list, or an id of the case's own. */
  readonly id: string;
  /** What it is, where no type says it. */
  readonly what: string | null;
  /** What cannot be decided without it. */
  readonly blocks: string | null;
  readonly said: Said | null;
  /** Left out: nothing. */
  readonly told?: Told | null;
}

/** Of a request, what an inventory asks of it. Instants in ISO 8601. */
export interface RequestInInventory {
  readonly id: string;
  /** The item that it is for. */
  readonly item: string | null;
  readonly what: string;
  readonly state: "open" | SaidState;
  readonly asked: string;
  readonly answered: string | null;
  readonly required: boolean;
}

export interface InventoryItem<Request extends RequestInInventory = RequestInInventory> {
  readonly id: string;
  readonly type: RecordType | null;
  /** In the case's own words; null: the name of its type. */
  readonly what: string | null;
  readonly state: InventoryState;
  /** Of an incomplete one, what is not here. */
  readonly absent: readonly RecordPart[];
  /** The opinion waits for it, or says that it does not have it. */
  readonly isNeeded: boolean;
  readonly blocks: string | null;
  /** The newest one. */
  readonly request: Request | null;
  /** What somebody said without having been asked, where that still stands. */
  readonly said: Said | null;
  readonly told: Told | null;
}

const gaps: ReadonlySet<InventoryState> = new Set(["incomplete", "asked", "missing", "unavailable"]);

export const isGap = ({ state }: Pick<InventoryItem, "state">): boolean => gaps.has(state);
