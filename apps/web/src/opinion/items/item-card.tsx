import { vancouver } from "@consilium/clinical";
import { citationOf, type Item, plainTextOf, readFragment } from "@consilium/workspace";
import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { ToolbarButton } from "../../design/toolbar-button.tsx";
import { useDesk } from "../desk-context.ts";
import { RichField } from "../rich-field.tsx";
import { Facts } from "./facts.tsx";
import { Feasibility } from "./feasibility.tsx";
import { FieldInput } from "./field-input.tsx";
import { type FurtherText, itemForms, type OpinionItemKind } from "./item-forms.ts";
import { useItemEdits } from "./use-item-edits.ts";

export interface ItemCardProps {
  readonly item: Item;
  readonly kind: OpinionItemKind;
  readonly number: number;
  readonly among: readonly Item[];
  readonly onRemoved: () => void;
}

/** One item: its words, then its facts in a line, then further texts with their names. */
export function ItemCard(props: ItemCardProps) {
  const { item, kind, number } = props;
  const t = useTranslations("opinion");
  const { isEditable } = useDesk();
  const name = t(`item.${kind}`, { number: String(number) });
  return (
    <li id={`item-${item.id}`} className="item" aria-label={name}>
      <span className="item-number num" aria-hidden>
        {number}
      </span>
      <div className="item-body">
        {kind === "citation" && !isEditable ? (
          <p className="field-main">{vancouver(citationOf(item))}</p>
        ) : (
          <>
            <MainField {...props} name={name} />
            <Facts item={item} kind={kind} itemName={name} />
          </>
        )}
        {itemForms[kind].texts.map((field) => (
          <TextOfItem key={field} item={item} field={field} itemName={name} />
        ))}
        {kind === "recommendation" && <Feasibility item={item.id} />}
      </div>
      {isEditable && <ItemTools {...props} name={name} />}
    </li>
  );
}

function MainField({ item, kind, name }: ItemCardProps & { readonly name: string }) {
  const t = useTranslations("opinion");
  const { field, look } = itemForms[kind].main;
  const label = `${name}, ${t(`field.${field}`)}`;
  if (look === "rich") {
    return (
      <RichField
        fragment={item.rich(field)}
        place={{ item: item.id, field }}
        label={label}
        hint={t(`field.${field}`)}
        look="line"
      />
    );
  }
  return <FieldInput item={item} field={field} look="words" label={label} isMain />;
}

interface TextOfItemProps {
  readonly item: Item;
  readonly field: FurtherText;
  readonly itemName: string;
}

/** A further text: for a reader only where something stands in it. */
export function TextOfItem({ item, field, itemName }: TextOfItemProps) {
  const t = useTranslations("opinion");
  const { isEditable } = useDesk();
  const id = useId();
  const fragment = item.rich(field);
  if (!isEditable && plainTextOf(readFragment(fragment)).trim() === "") return null;
  return (
    <div className="item-text">
      <span id={id} className="item-text-name" aria-hidden>
        {t(`field.${field}`)}
      </span>
      <RichField
        fragment={fragment}
        place={{ item: item.id, field }}
        label={`${itemName}, ${t(`field.${field}`)}`}
        look="line"
      />
    </div>
  );
}

function ItemTools({ item, among, onRemoved, name }: ItemCardProps & { readonly name: string }) {
  const t = useTranslations("opinion");
  const { move, remove } = useItemEdits();
  const at = among.findIndex(({ id }) => id === item.id);
  const look = { size: "1rem", stroke: 1.75, "aria-hidden": true };
  return (
    <div className="item-tools">
      <ToolbarButton
        icon={<IconArrowUp {...look} />}
        label={t("moveUp", { item: name })}
        disabled={at === 0}
        onClick={() => move(item, among, -1)}
      />
      <ToolbarButton
        icon={<IconArrowDown {...look} />}
        label={t("moveDown", { item: name })}
        disabled={at === among.length - 1}
        onClick={() => move(item, among, 1)}
      />
      <ToolbarButton
        icon={<IconTrash {...look} />}
        label={t("remove", { item: name })}
        onClick={() => {
          remove(item.id);
          onRemoved();
        }}
      />
    </div>
  );
}
