import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Glyph } from "../../design/glyph.tsx";
import { OwnAnswer } from "./own-answer.tsx";
import { useStandingWords } from "./standing-words.ts";
import { useAskRoom } from "./use-ask-room.ts";
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
  const nameOf = useItemName();
  const ask = useAskRoom();
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
          title={nameOf(item)}
          onClick={() => ask?.({ item: item.id })}
        >
          <Words item={item} isShort />
        </button>
      ) : (
        <div className="record-rail-item inventory-item" data-state={item.state}>
          <Words item={item} />
        </div>
      )}
      {request && !mayAsk(open) && mayAnswerFor(open, request) && <OwnAnswer item={item} request={request} />}
    </li>
  );
}

interface WordsProps {
  readonly item: Item;
  /** Whoever may open it reads the rest there: the records below are what they came for. */
  readonly isShort?: boolean;
}

function Words({ item, isShort = false }: WordsProps) {
  const nameOf = useItemName();
  const standing = useStandingWords(item);
  return (
    <>
      <Glyph name={glyphs[item.state]} />
      <span>
        <b dir="auto">{nameOf(item)}</b>
        <small>{standing}</small>
        {!isShort && <MoreWords item={item} />}
      </span>
    </>
  );
}

function MoreWords({ item: { state, request, blocks } }: { readonly item: Item }) {
  const t = useTranslations("inventory");
  const why = request?.why ?? blocks;
  return (
    <>
      {state === "asked" && request?.answer && <small>{t("answerSoFar", { answer: request.answer })}</small>}
      {state !== "here" && why && <small>{t("whyItMatters", { why })}</small>}
    </>
  );
}
