import "./inventory.css";
import { type InventoryState, isPatientSide } from "@consilium/clinical";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { useRail } from "../rail-context.ts";
import { RailGroup } from "../rail-group.tsx";
import { AskRoom } from "./ask-room.tsx";
import { InventoryLine } from "./inventory-line.tsx";
import { inOrder } from "./inventory-order.ts";
import { readsBlind } from "./standing-words.ts";
import { useAskRoom } from "./use-ask-room.ts";
import { type Item, useInventory } from "./use-inventory.ts";
import { isAskedOf, mayAsk } from "./who-may.ts";

/** What the case needs: in sight what something can be done about, the rest behind the line that counts it all. */
export function InventoryList({ level }: { readonly level: 1 | 2 }) {
  const t = useTranslations("inventory");
  const { detail, people } = useCase();
  const items = useInventory();
  if (!items || items.length === 0) return null;
  const { inSight, folded } = inOrder(
    items,
    ({ state, request }) => state === "asked" && request !== null && isAskedOf(request, detail.seat, people),
  );
  const counts = readsBlind(detail) ? t("more", { count: folded.length }) : <Summary items={items} />;
  return (
    <AskRoom>
      <div className="inventory">
        <RailGroup name={t(isPatientSide(detail.seat) ? "titlePatient" : "title")} level={level}>
          {inSight.map((item) => (
            <InventoryLine key={item.id} item={item} />
          ))}
        </RailGroup>
        <Folded items={folded} counts={counts} />
        <AskForMore />
      </div>
    </AskRoom>
  );
}

const countOf = (items: readonly Item[], state: InventoryState) =>
  items.filter((item) => item.state === state).length;

function Summary({ items }: { readonly items: readonly Item[] }) {
  const t = useTranslations("inventory");
  const unneeded = countOf(items, "not-applicable");
  return t("summary", {
    all: items.length - unneeded,
    here: countOf(items, "here"),
    asked: countOf(items, "asked"),
    partly: countOf(items, "incomplete"),
    missing: countOf(items, "missing"),
    unavailable: countOf(items, "unavailable"),
  });
}

interface FoldedProps {
  readonly items: readonly Item[];
  readonly counts: ReactNode;
}

function Folded({ items, counts }: FoldedProps) {
  const { isUnfolded, show } = useRail();
  if (items.length === 0) return <p className="inventory-counts">{counts}</p>;
  return (
    <details
      className="inventory-folded"
      open={isUnfolded}
      onToggle={({ currentTarget: { open } }) => open !== isUnfolded && show({ isUnfolded: open })}
    >
      <summary>{counts}</summary>
      <ul className="record-rail-group">
        {items.map((item) => (
          <InventoryLine key={item.id} item={item} />
        ))}
      </ul>
    </details>
  );
}

function AskForMore() {
  const t = useTranslations("inventory");
  const open = useCase();
  const ask = useAskRoom();
  if (!mayAsk(open)) return null;
  return (
    <p className="inventory-more">
      <button type="button" className="thread-link" onClick={() => ask?.({ item: null })}>
        {t("askOther")}
      </button>
    </p>
  );
}
