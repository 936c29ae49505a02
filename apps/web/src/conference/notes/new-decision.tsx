import { createUlid, secureRandom } from "@consilium/foundation";
import { addItem, itemOf, writeFragment } from "@consilium/workspace";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { Button } from "../../design/button.tsx";
import { useIsWidth } from "../../design/width.ts";
import { useItemEditsOf } from "../../opinion/items/use-item-edits.ts";
import { useNotes } from "./notes-context.ts";
import { useDecisionKey } from "./use-decision-key.ts";

/** Characters of a sentence that is written in one line. */
const longest = 1000;

/** One line that becomes a decision with Enter, while the others go on talking. */
export function NewDecision() {
  const t = useTranslations("conferences.decision");
  const { doc, ...notes } = useNotes();
  const { together } = useItemEditsOf({ doc, undo: notes.undo });
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const isPhone = useIsWidth("narrow");
  const hasKey = notes.isLive && !isPhone;
  useDecisionKey(input, hasKey);
  const add = () => {
    const said = words.trim();
    if (said === "") return;
    together(() => writeDecision(doc, createUlid(Date.now(), secureRandom), said));
    setWords("");
    input.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) add();
    if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <div className="conference-new-decision">
      <input
        ref={input}
        aria-label={t("write")}
        aria-keyshortcuts={hasKey ? "d" : undefined}
        placeholder={hasKey ? t("writeOrPress") : t("write")}
        value={words}
        maxLength={longest}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={press}
      />
      {words.trim() !== "" && (
        <Button size="small" onClick={add}>
          {t("add")}
        </Button>
      )}
    </div>
  );
}

/** A decision with its words, behind the others. Part of its caller's transaction. */
export function writeDecision(doc: Doc, id: string, words: string): void {
  addItem(doc, "decision", id);
  const text = itemOf(doc, id)?.rich("text");
  const content = [{ type: "paragraph", content: [{ type: "text", text: words } as const] }];
  if (text) writeFragment(text, { type: "doc", content });
}
