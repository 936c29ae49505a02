import { makeRecordTextAnchor, type ObservationAnchor, type RecordPlaceAnchor } from "@consilium/workspace";
import { type RefObject, useCallback, useEffect, useState } from "react";
import { useThreads } from "../thread/threads-context.ts";
import type { RecordChoice } from "./choice-bar.tsx";
import { useEvidence } from "./evidence-context.ts";
import type { OpenRecord } from "./record-places.ts";
import { selectedStretch } from "./selected-stretch.ts";

/** What is chosen of a record: words by selecting them, a value or a named place by its button. */
export function useChoice(record: OpenRecord, body: RefObject<HTMLElement | null>) {
  const { audiences } = useThreads();
  const evidence = useEvidence();
  const canDo = audiences.length > 0 || evidence?.insert !== undefined;
  const [choice, setChoice] = useState<RecordChoice>();
  useEffect(() => {
    if (!canDo) return undefined;
    const follow = () => {
      const selection = document.getSelection();
      const chosen = body.current ? selectedStretch(selection, body.current) : undefined;
      if (chosen) setChoice(wordsChosen(record, chosen));
      // Choosing elsewhere lets the words go; a value stays chosen until it is let go.
      else setChoice((now) => (now?.anchor.kind === "record-text" ? undefined : now));
    };
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [record, body, canDo]);
  const chooseValue = useCallback(
    (observation: string, label: string) => {
      const anchor: ObservationAnchor = { kind: "observation", record: record.id, observation };
      setChoice({ anchor, quote: label });
    },
    [record.id],
  );
  const choosePlace = useCallback(
    (place: string, label: string) => {
      const anchor: RecordPlaceAnchor = { kind: "record-place", record: record.id, place };
      setChoice({ anchor, quote: label });
    },
    [record.id],
  );
  const leave = useCallback(() => setChoice(undefined), []);
  return {
    choice,
    leave,
    chooseValue: canDo ? chooseValue : undefined,
    choosePlace: canDo ? choosePlace : undefined,
    choose: canDo ? setChoice : undefined,
  };
}

function wordsChosen(
  record: OpenRecord,
  { start, end }: { readonly start: number; readonly end: number },
): RecordChoice | undefined {
  const made = makeRecordTextAnchor(record, start, end);
  return made.ok ? { anchor: made.value, quote: made.value.quote.exact } : undefined;
}
