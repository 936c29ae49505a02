import { useMemo } from "react";
import { useCase } from "../case/case-context.ts";
import type { AvatarPerson } from "../design/avatar.tsx";
import type { PersonColour } from "../design/person-colour.ts";
import { authorIn } from "../thread/author-in.ts";
import { useThreads } from "../thread/threads-context.ts";
import type { RecordChoice } from "./choice-bar.tsx";
import type { RecordMark, RecordMarks } from "./record-marks.ts";
import { type OpenRecord, placeInRecord, type RecordPlace, type ThreadInRecord } from "./record-places.ts";
import { useLit } from "./use-lit.ts";
import { useNamedPiece } from "./use-named-piece.ts";
import type { ReadingTogether } from "./use-reading.ts";

type Choosing = Pick<RecordMarks, "chooseValue" | "choosePlace" | "choose"> & {
  readonly choice: RecordChoice | undefined;
};

/** The laboratory value that is chosen. */
export const valueOf = (choice: RecordChoice | undefined): string | undefined =>
  choice?.anchor.kind === "observation" ? choice.anchor.observation : undefined;

/** What the parts of an open record share. */
export function useMarks(
  record: OpenRecord,
  here: readonly ThreadInRecord[],
  { choice, ...choosing }: Choosing,
  { followed }: ReadingTogether,
): RecordMarks {
  const { people } = useCase();
  const { open } = useThreads();
  const { lit, place } = useLitPlace(record);
  const marks = useWordMarks(record, here, place);
  const { chooseValue, choosePlace, choose } = choosing;
  return useMemo(() => {
    const pieces = new Map(record.laid.pieces.map((piece) => [piece.key, piece]));
    const values = here.flatMap((one) => valueMark(one, (seat) => authorIn(people, seat)));
    return {
      pieces,
      marks,
      openThread: open,
      threadsOnValue: Map.groupBy(values, ({ observation }) => observation),
      litValue: [followed, place].find((one) => one?.is === "value")?.observation,
      followed,
      chosenValue: valueOf(choice),
      record,
      here,
      lit,
      chosen: choice?.anchor,
      chooseValue,
      choosePlace,
      choose,
    };
  }, [record, here, people, open, marks, lit, place, followed, choice, chooseValue, choosePlace, choose]);
}

/** Words and rows: those of threads, of what is to be seen, and of what is being commented. */
function useWordMarks(
  record: OpenRecord,
  here: readonly ThreadInRecord[],
  place: RecordPlace | undefined,
): readonly RecordMark[] {
  const { people } = useCase();
  const { openId, draft } = useThreads();
  return useMemo(() => {
    const drafted = placeInRecord(record, draft?.anchor);
    const colourOf = (seat: string) => authorIn(people, seat).colour;
    return [
      ...here.flatMap((one) => threadMark(one, openId, colourOf)),
      ...singleMark("lit", place),
      ...singleMark("draft", drafted),
    ];
  }, [record, here, people, openId, draft, place]);
}

/** The place of the link that was followed, and what is to be seen: that, or what the address names. */
function useLitPlace(record: OpenRecord) {
  const followed = useLit();
  const named = useNamedPiece(record);
  return useMemo(() => {
    const litPlace = placeInRecord(record, followed?.anchor);
    const lit = litPlace && "anchor" in litPlace ? litPlace.anchor : followed?.anchor;
    return { lit, place: named ?? litPlace };
  }, [record, followed, named]);
}

type ColourOf = (seat: string) => PersonColour;

function threadMark(
  { thread, place }: ThreadInRecord,
  openId: string | undefined,
  colourOf: ColourOf,
): RecordMark[] {
  const isOpen = thread.id === openId;
  if (place.is !== "stretch" || (thread.state.is !== "open" && !isOpen)) return [];
  return [{ ...place, id: thread.id, look: "thread", colour: colourOf(thread.by), isOpen }];
}

function valueMark({ thread, place }: ThreadInRecord, authorOf: (seat: string) => AvatarPerson) {
  if (place.is !== "value" || thread.state.is !== "open") return [];
  const author = authorOf(thread.by);
  return [{ observation: place.observation, id: thread.id, colour: author.colour, author }];
}

function singleMark(look: "lit" | "draft", place: RecordPlace | undefined): RecordMark[] {
  const mark = { look, colour: "slate", isOpen: true } as const;
  if (place?.is === "stretch") return [{ ...place, id: look, ...mark }];
  // A place that a report names has no words of its own.
  return place?.is === "named" ? [{ id: `place ${place.place}`, start: 0, end: 0, ...mark }] : [];
}
