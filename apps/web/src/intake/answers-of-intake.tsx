import "./answers-of-intake.css";
import { type IntakeAnswers, type IntakeList, intakeListNames, isSaid } from "@consilium/clinical";
import { intakeOf } from "@consilium/workspace";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../case/case-context.ts";
import { useDocChanges } from "../patient/use-doc-changes.ts";
import { useInventory, useItemName } from "../record/inventory/use-inventory.ts";
import { EntryWords } from "./entry-words.tsx";
import { type Intake, intakeQuery } from "./intake-api.ts";

/** What was answered step by step, below the running text. Where nothing was, nothing is shown: older cases were not asked. */
export function AnswersOfIntake({ doc }: { readonly doc: Doc }) {
  const t = useTranslations("intake");
  const { caseId, seat } = useCase();
  const { data } = useQuery(intakeQuery(caseId, seat));
  useDocChanges(doc);
  const answers = intakeOf(doc);
  if (!data || !isAnswered(answers)) return null;
  return (
    <section className="intake-answers">
      <h2>{t("answersTitle")}</h2>
      <dl>
        <ChosenRows intake={data} />
        {intakeListNames.map((list) => (
          <Row key={list} name={t(`list.${list}`)}>
            <ListAnswer list={list} answers={answers} />
          </Row>
        ))}
        <Row name={t("pregnancy")}>
          {answers.pregnancy ? t(`pregnancyChoice.${answers.pregnancy}`) : t("notAsked")}
        </Row>
        <RecordRows answers={answers} />
      </dl>
    </section>
  );
}

const isAnswered = ({ entries, none, records, pregnancy }: IntakeAnswers): boolean =>
  pregnancy !== null ||
  none.size > 0 ||
  records.size > 0 ||
  Object.values(entries).some((all) => all.some(isSaid));

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

/** Closed choices, where they were made. */
function ChosenRows({ intake }: { readonly intake: Intake }) {
  const t = useTranslations("intake");
  const locale = useLocale();
  const { place, decide, hearing, treating, help } = intake;
  const country = place && new Intl.DisplayNames([locale], { type: "region" }).of(place.country);
  return (
    <>
      {place && <Row name={t("answerOf.place")}>{[place.region, country].filter(Boolean).join(", ")}</Row>}
      {place && <Row name={t("answerOf.kind")}>{t(`kinds.${place.kind}`)}</Row>}
      {decide && <Row name={t("answerOf.decide")}>{t(`whens.${decide}`)}</Row>}
      {hearing && <Row name={t("answerOf.hearing")}>{t(`hearingChoice.${hearing}`)}</Row>}
      {treating && (
        <Row name={t("answerOf.doctor")}>
          {treating.has
            ? [treating.name, treating.workplace, treating.contact].filter(Boolean).join(", ")
            : t("answerOf.noDoctor")}
        </Row>
      )}
      {help && (
        <Row name={t("answerOf.interpreter")}>
          {t(`interpreterChoice.${help.interpreter ? "yes" : "no"}`)}
        </Row>
      )}
      {help && (help.needs.length > 0 || help.note !== "") && (
        <Row name={t("answerOf.access")}>
          {[...help.needs.map((need) => t(`need.${need}`)), help.note].filter(Boolean).join(", ")}
        </Row>
      )}
    </>
  );
}

interface ListAnswerProps {
  readonly list: IntakeList;
  readonly answers: IntakeAnswers;
}

/** None known, not known and not answered are three things. */
function ListAnswer({ list, answers }: ListAnswerProps) {
  const t = useTranslations("intake");
  const said = answers.entries[list].filter(isSaid);
  if (said.length > 0) return said.map((entry) => <EntryWords key={entry.id} entry={entry} />);
  const none = answers.none.get(list);
  if (none === undefined) return <small>{t("notAsked")}</small>;
  return t(none === "none" ? "saidNone" : "saidUnknown");
}

function RecordRows({ answers }: Pick<ListAnswerProps, "answers">) {
  const t = useTranslations("intake");
  const nameOf = useItemName();
  const items = useInventory() ?? [];
  return items.flatMap((item) => {
    const said = answers.records.get(item.id);
    return said ? (
      <Row key={item.id} name={nameOf(item)}>
        {t(`recordChoice.${said}`)}
      </Row>
    ) : (
      []
    );
  });
}
