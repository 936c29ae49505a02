import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Glyph } from "../../design/glyph.tsx";
import { ItemDialog } from "./item-dialog.tsx";
import { OwnAnswer } from "./own-answer.tsx";
import { useStandingWords } from "./standing-words.ts";
import { type Item, useItemName } from "./use-inventory.ts";
import { mayAnswerFor, mayAsk } from "./who-may.ts";

const glyphs = {
  here: "done",
  incomplete: "in-progress",
  asked: "advice",
  missing: "not-begun",
  unavailable: "declined",
  "not-applicable": "declined",
} as const;

/** One item. Whoever may ask opens it; whoever is asked answers below it. */
export function InventoryLine({ item }: { readonly item: Item }) {
  const open = useCase();
  const [isOpen, setOpen] = useState(false);
  // What the records show needs no word: nothing is asked of it.
  const isSettledByRecords = item.state === "here" && !item.said && item.request === null;
  const { request } = item;
  return (
    <li>
      {mayAsk(open) && !isSettledByRecords ? (
        <button
          type="button"
          className="record-rail-item inventory-item"
          data-state={item.state}
          onClick={() => setOpen(true)}
        >
          <Words item={item} />
        </button>
      ) : (
        <div className="record-rail-item inventory-item" data-state={item.state}>
          <Words item={item} />
        </div>
      )}
      {request && !mayAsk(open) && mayAnswerFor(open, request) && <OwnAnswer item={item} request={request} />}
      {isOpen && <ItemDialog item={item} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Words({ item }: { readonly item: Item }) {
  const t = useTranslations("inventory");
  const nameOf = useItemName();
  const standing = useStandingWords(item);
  const why = item.request?.why ?? item.blocks;
  const isAwaited = item.state === "asked";
  return (
    <>
      <Glyph name={glyphs[item.state]} />
      <span>
        <b dir="auto">{nameOf(item)}</b>
        <small>{standing}</small>
        {isAwaited && item.request?.answer && (
          <small>{t("answerSoFar", { answer: item.request.answer })}</small>
        )}
        {item.state !== "here" && why && <small>{t("whyItMatters", { why })}</small>}
      </span>
    </>
  );
}
