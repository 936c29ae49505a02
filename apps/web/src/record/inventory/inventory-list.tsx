import "./inventory.css";
import { type InventoryState, isGap, isPatientSide } from "@consilium/clinical";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { RailGroup } from "../rail-group.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { InventoryLine } from "./inventory-line.tsx";
import { readsBlind } from "./standing-words.ts";
import { type Item, useInventory } from "./use-inventory.ts";
import { mayAsk } from "./who-may.ts";

/** What the case needs, and what of it is there: the gaps in sight, the rest behind a line. */
export function InventoryList({ level }: { readonly level: 1 | 2 }) {
  const t = useTranslations("inventory");
  const { detail } = useCase();
  const items = useInventory();
  if (!items || items.length === 0) return null;
  const gaps = items.filter(isGap);
  return (
    <div className="inventory">
      <RailGroup name={t(isPatientSide(detail.seat) ? "titlePatient" : "title")} level={level}>
        {!readsBlind(detail) && (
          <li className="inventory-summary">
            <Summary items={items} />
          </li>
        )}
        {inOrder(gaps).map((item) => (
          <InventoryLine key={item.id} item={item} />
        ))}
      </RailGroup>
      <Settled items={items.filter((item) => !isGap(item))} />
      <AskForMore />
    </div>
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

const order: readonly InventoryState[] = ["asked", "incomplete", "missing", "unavailable"];

/** What is awaited first; within a state as the list has them. */
const inOrder = (gaps: readonly Item[]): readonly Item[] =>
  gaps.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));

function Settled({ items }: { readonly items: readonly Item[] }) {
  const t = useTranslations("inventory");
  if (items.length === 0) return null;
  const here = countOf(items, "here");
  return (
    <details className="inventory-settled">
      <summary>{t("settled", { here, unneeded: items.length - here })}</summary>
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
  const [isOpen, setOpen] = useState(false);
  if (!mayAsk(open)) return null;
  return (
    <p className="inventory-more">
      <button type="button" className="thread-link" onClick={() => setOpen(true)}>
        {t("askOther")}
      </button>
      {isOpen && <AskDialog onClose={() => setOpen(false)} />}
    </p>
  );
}
