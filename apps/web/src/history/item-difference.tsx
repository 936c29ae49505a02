import { isItemKind, type ItemDifference, type Side } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { DifferenceText } from "./difference-text.tsx";
import { isFieldName } from "./field-names.ts";
import { useFieldWords } from "./use-field-words.ts";

/** A structured item that came, went or changed, on one side of a difference. */
export function ItemChange({ item, side }: { readonly item: ItemDifference; readonly side: Side }) {
  const t = useTranslations("history");
  const { kind, state, fields } = item;
  if (state === (side === "before" ? "added" : "removed")) return null;
  const shown = fields.filter(({ field }) => field !== "kind" && field !== "rank");
  return (
    <div className="history-item">
      <h4>
        {kind !== undefined && isItemKind(kind) ? t(`itemKind.${kind}`) : t("item")}{" "}
        <span>{t("itemState", { state })}</span>
      </h4>
      <dl>
        {shown.map((field) => (
          <div key={field.field}>
            <dt>{isFieldName(field.field) ? t(`field.${field.field}`) : field.field}</dt>
            <dd>
              {"nodes" in field ? (
                <DifferenceText nodes={field.nodes} side={side} />
              ) : (
                <Value field={field} side={side} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type Scalar = Extract<ItemDifference["fields"][number], { readonly before: unknown }>;

function Value({ field, side }: { readonly field: Scalar; readonly side: Side }) {
  const t = useTranslations("history");
  const person = usePeople().get(field.by.seatId);
  const sayValue = useFieldWords();
  const text = sayValue(field.field, side === "before" ? field.before : field.after);
  if (text === "") return <span className="history-nothing">{t("fieldEmpty")}</span>;
  const name = person?.name ?? t("somebody");
  const colour = person?.colour ?? "slate";
  return side === "before" ? (
    <del data-person={colour} title={t("removedBy", { name })}>
      {text}
    </del>
  ) : (
    <ins data-person={colour} title={t("added", { name })}>
      {text}
    </ins>
  );
}
