import type { Item } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Glyph } from "../../design/glyph.tsx";
import { WrongIdentifier } from "../citations/wrong-identifier-note.tsx";
import { useDesk } from "../desk-context.ts";
import { FieldInput } from "./field-input.tsx";
import { type FieldLook, itemForms, type OpinionItemKind, type ShownField } from "./item-forms.ts";
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
  const { shown, folded, unfold } = useShownFacts(item, kind);
  const evidence = item.scalar("evidence");
  const places = Array.isArray(evidence) ? evidence.length : 0;
  if (shown.length === 0 && places === 0) return null;
  return (
    <div className="facts">
      {shown.map((fact) => (
        <Fact key={fact.field} item={item} itemName={itemName} {...fact} />
      ))}
      {isEditable && folded > 0 && (
        <Button look="quiet" size="small" aria-label={`${itemName}, ${t("moreFields")}`} onClick={unfold}>
          {t("moreFields")}
        </Button>
      )}
      {places > 0 && <span className="fact">{t("evidenceCount", { count: places })}</span>}
    </div>
  );
}

/** More empty fields than these, which nobody misses, are shown when they are asked for. */
const mostEmpty = 3;

function useShownFacts(item: Item, kind: OpinionItemKind) {
  const { isEditable } = useDesk();
  const textOf = useFieldText();
  const [isWhole, setWhole] = useState(false);
  const { facts } = itemForms[kind];
  const isEmpty = ({ field }: (typeof facts)[number]) => textOf(field, item.scalar(field)) === "";
  const optional = facts.filter((fact) => !fact.isNeeded && isEmpty(fact));
  const isFolded = isEditable && !isWhole && optional.length > mostEmpty;
  return {
    shown: facts.filter((fact) => (isEditable ? !(isFolded && optional.includes(fact)) : !isEmpty(fact))),
    folded: isFolded ? optional.length : 0,
    unfold: () => setWhole(true),
  };
}

interface FactProps {
  readonly item: Item;
  readonly itemName: string;
  readonly field: ShownField;
  readonly look: FieldLook;
}

function Fact({ item, itemName, field, look }: FactProps) {
  const t = useTranslations("opinion");
  const { isEditable } = useDesk();
  const textOf = useFieldText();
  return (
    <span className="fact" data-missing={isMissing(item, field) || undefined}>
      {isMissing(item, field) && <Glyph name="must" />}
      <span aria-hidden={isEditable}>{t(`field.${field}`)}</span>{" "}
      {isEditable ? (
        <FieldInput item={item} field={field} look={look} label={`${itemName}, ${t(`field.${field}`)}`} />
      ) : (
        <b>{textOf(field, item.scalar(field))}</b>
      )}
      {isEditable && <WrongIdentifier field={field} value={item.scalar(field)} />}
    </span>
  );
}

/** Fields of a recommendation that must be there before signing. */
const isMissing = (item: Item, field: string): boolean =>
  (field === "owner" || (field === "urgency" && item.kind === "recommendation")) && !item.scalar(field);
