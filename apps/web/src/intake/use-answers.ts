import { noneKey, type NoneAnswer } from "@consilium/clinical";
import { intakeRoot, setIntakeAnswer } from "@consilium/workspace";
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { Doc } from "yjs";
import { changeAsOwn } from "../editor/shared-undo.ts";
import { useIntake } from "./intake-context.ts";

export interface AnswerEdits {
  /** Null takes the answer back. */
  readonly set: (key: string, value: unknown) => void;
  readonly setNone: (question: string, answer: NoneAnswer | null) => void;
}

/** Answers of the live document, saved as it is. */
export function useAnswerEdits(): AnswerEdits {
  const { doc } = useIntake().words;
  return useMemo(() => {
    const set = (key: string, value: unknown) => changeAsOwn(doc, () => setIntakeAnswer(doc, key, value));
    return { set, setNone: (question, answer) => set(noneKey(question), answer) };
  }, [doc]);
}

/** Rendered again at once after each answer, not a frame later: what was ticked would be seen to jump back. */
export function useAnswerChanges(doc: Doc): void {
  const changes = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) => {
      const answers = doc.getMap(intakeRoot);
      const changed = () => {
        changes.current += 1;
        listener();
      };
      answers.observe(changed);
      return () => answers.unobserve(changed);
    },
    [doc],
  );
  useSyncExternalStore(subscribe, () => changes.current);
}
