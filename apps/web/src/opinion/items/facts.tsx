import type { Item } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import { Glyph } from "../../design/glyph.tsx";
import { WrongIdentifier } from "../citations/wrong-identifier-note.tsx";
import { useDesk } from "../desk-context.ts";
import { FieldInput } from "./field-input.tsx";
import { itemForms, type OpinionItemKind } from "./item-forms.ts";
import { useFieldText } from "./use-field-text.ts";

export interface FactsProps {
  readonly item: Item;
  readonly kind: OpinionItemKind;
  readonly itemName: string;
}

/** The scalar fields in one line: a name and a value each. */
export function Facts({ item, kind, itemName }: FactsProps) {
  const t = useTranslations("opinion");
  const { isEditable } = useDesk();
  const textOf = useFieldText();
  const facts = itemForms[kind].facts.filter(
    ({ field }) => isEditable || textOf(field, item.scalar(field)) !== "",
  );
  const evidence = item.scalar("evidence");
  const places = Array.isArray(evidence) ? evidence.length : 0;
  if (facts.length === 0 && places === 0) return null;
  return (
    <div className="facts">
      {facts.map(({ field, look }) => (
        <span key={field} className="fact" data-missing={isMissing(item, field) || undefined}>
          {isMissing(item, field) && <Glyph name="must" />}
          <span aria-hidden={isEditable}>{t(`field.${field}`)}</span>{" "}
          {isEditable ? (
            <FieldInput item={item} field={field} look={look} label={`${itemName}, ${t(`field.${field}`)}`} />
          ) : (
            <b>{textOf(field, item.scalar(field))}</b>
          )}
          {isEditable && <WrongIdentifier field={field} value={item.scalar(field)} />}
        </span>
      ))}
      {places > 0 && <span className="fact">{t("evidenceCount", { count: places })}</span>}
    </div>
  );
}

/** Fields of a recommendation that must be there before signing. */
const isMissing = (item: Item, field: string): boolean =>
  (field === "owner" || (field === "urgency" && item.kind === "recommendation")) && !item.scalar(field);
