import "../record/relied-on/sentence.css";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import {
  type FoundSentence,
  markSentence,
  type ShownSentence,
  whenOnPage,
} from "../record/relied-on/shown-sentence.ts";
import { withoutSentence } from "../record/relied-on/way-to-sentence.ts";

/**
 * The sentence that the address names is brought into sight and marked for a moment. `find`, `bring`: keep them, or it is shown
 * again.
 */
export function useSentenceShown(
  find: (key: string) => FoundSentence,
  bring: (found: ShownSentence) => void,
): void {
  const { sentence } = useSearch({ strict: false });
  const navigate = useNavigate();
  useEffect(() => {
    if (sentence === undefined) return undefined;
    return whenOnPage(
      () => find(sentence),
      (found) => {
        if (found !== "gone") {
          bring(found);
          markSentence(found);
        }
        void navigate({ to: ".", search: withoutSentence, replace: true, resetScroll: false });
      },
    );
  }, [sentence, find, bring, navigate]);
}
