import type { RecordText } from "@consilium/clinical";
import type { Anchor } from "@consilium/workspace";
import { createContext, useContext } from "react";
import type { AvatarPerson } from "../design/avatar.tsx";
import type { PersonColour } from "../design/person-colour.ts";
import type { RecordChoice } from "./choice-bar.tsx";
import type { Stretch } from "./cut-text.ts";
import type { ReadingPlace } from "./reading-place.ts";
import type { OpenRecord, ThreadInRecord } from "./record-places.ts";

export interface RecordMark extends Stretch {
  /** `lit`: the place of the link that was followed. `draft`: words being commented. */
  readonly look: "thread" | "lit" | "draft";
  readonly colour: PersonColour;
  readonly isOpen: boolean;
}

/** What the parts of an open record share: its text, what is marked in it, what a press does. */
export interface RecordMarks {
  readonly pieces: ReadonlyMap<string, RecordText["pieces"][number]>;
  readonly marks: readonly RecordMark[];
  readonly openThread: (id: string) => void;
  /** Threads on a laboratory value. */
  readonly threadsOnValue: ReadonlyMap<
    string,
    readonly { readonly id: string; readonly colour: PersonColour; readonly author: AvatarPerson }[]
  >;
  readonly litValue: string | undefined;
  /** Undefined: this seat can do nothing with a value. */
  readonly chooseValue: ((observation: string, label: string) => void) | undefined;
  readonly chosenValue: string | undefined;
  readonly choosePlace: ((place: string, label: string) => void) | undefined;
  readonly record: OpenRecord;
  /** Its threads, with their places: pages and pictures draw their own marks. */
  readonly here: readonly ThreadInRecord[];
  /** The place of the link that was followed. */
  readonly lit: Anchor | undefined;
  /** Where whoever is followed reads. */
  readonly followed: ReadingPlace | undefined;
  /** What is chosen now, of whatever kind. */
  readonly chosen: Anchor | undefined;
  /** Something on a page or a picture is chosen; undefined lets it go. Not there: this seat can do nothing with it. */
  readonly choose: ((choice: RecordChoice | undefined) => void) | undefined;
}

export const RecordMarksContext = createContext<RecordMarks | undefined>(undefined);

export function useRecordMarks(): RecordMarks {
  const marks = useContext(RecordMarksContext);
  if (!marks) throw new Error("This part of the screen needs an open record");
  return marks;
}
