import { recordAnswers, recordKey } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { ButtonLink } from "../../design/button-link.tsx";
import { ChoiceList } from "../../design/choice-list.tsx";
import { type Item, useItemName } from "../../record/inventory/use-inventory.ts";
import { useIntake } from "../intake-context.ts";
import { StepFrame } from "../step-frame.tsx";
import { useAnswerEdits } from "../use-answers.ts";

/** Of each type of record that is needed: have it, asked for it, cannot be had, was never made. */
export function RecordsStep() {
  const t = useTranslations("intake");
  const { caseId } = useCase();
  const { items } = useIntake();
  const isAllHere = items.length > 0 && items.every(({ state }) => state === "here");
  return (
    <StepFrame step="records" title={t("title.records")} lede={isAllHere ? t("allHere") : t("lede.records")}>
      <ul className="intake-entries">
        {items.map((item) => (
          <RecordItem key={item.id} item={item} />
        ))}
      </ul>
      <ButtonLink to="/cases/$caseId/records/add" params={{ caseId }} size="wide">
        {t("addRecords")}
      </ButtonLink>
    </StepFrame>
  );
}

function RecordItem({ item }: { readonly item: Item }) {
  const t = useTranslations("intake");
  const { standing } = useIntake();
  const { set } = useAnswerEdits();
  const name = useItemName()(item);
  return (
    <li className="intake-entry">
      <p className="intake-entry-head">{name}</p>
      {item.state === "here" ? (
        <p className="intake-quiet">{t("recordHere")}</p>
      ) : (
        <ChoiceList
          isRow
          legend={`${name}: ${t("recordOf")}`}
          isLegendHidden
          options={recordAnswers.map((value) => ({ value, label: t(`recordChoice.${value}`) }))}
          value={standing.answers.records.get(item.id) ?? null}
          onChoose={(value) => set(recordKey(item.id), value)}
        />
      )}
    </li>
  );
}
