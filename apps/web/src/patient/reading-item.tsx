import { vancouver } from "@consilium/clinical";
import { citationOf, type Item } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../case/case-context.ts";
import { lineFields, richFields } from "./reading-fields.ts";
import { ReadingText } from "./reading-text.tsx";

export interface ReadingItemProps {
  readonly doc: Doc;
  readonly item: Item;
}

/** A structured thing: what it says first, then its facts by name. */
export function ReadingItem({ doc, item }: ReadingItemProps) {
  const t = useTranslations("opinion");
  const name = useItemName(item);
  const [first, ...rest] = richFields[item.kind].filter((field) => item.rich(field).length > 0);
  const facts = useFacts(item);
  return (
    <li>
      {name !== "" && <h3>{name}</h3>}
      <TakenBack item={item} />
      {first && <ReadingText doc={doc} fragment={item.rich(first)} where={{ item: item.id, field: first }} />}
      {facts.length > 0 && (
        <dl className="reading-facts">
          {facts.map(({ field, value }) => (
            <div key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {rest.map((field) => (
        <div key={field}>
          <h3>{t(`field.${field}`)}</h3>
          <ReadingText doc={doc} fragment={item.rich(field)} where={{ item: item.id, field }} />
        </div>
      ))}
    </li>
  );
}

/** Nobody asks any more what this answers. */
function TakenBack({ item }: { readonly item: Item }) {
  const t = useTranslations("patient");
  const { questions } = useCase().detail;
  const asked = questions.find(({ id }) => id === item.scalar("question"));
  return asked?.withdrawn ? <p className="patient-quiet">{t("withdrawnQuestion")}</p> : null;
}

/** The patient's own question above its answer; the name of a diagnosis or an option; a citation in one line. */
function useItemName(item: Item): string {
  const { questions } = useCase().detail;
  const line = (field: string) => wordsOf(item.scalar(field));
  switch (item.kind) {
    case "answer":
      return questions.find(({ id }) => id === item.scalar("question"))?.text ?? "";
    case "differential":
    case "option":
      return line("name");
    case "red-flag":
      return line("symptom");
    case "citation":
      return vancouver(citationOf(item));
    case "finding":
    case "recommendation":
    case "question":
    case "decision":
      return "";
  }
}

function useFacts(item: Item) {
  const t = useTranslations("opinion");
  const patient = useTranslations("patient");
  const { people } = useCase();
  const said = (field: (typeof lineFields)[Item["kind"]][number]): string => {
    const value = wordsOf(item.scalar(field));
    if (value === "") return "";
    if (field === "owner") return people.get(value)?.name ?? value;
    if (field === "due") return patient("onDay", { on: new Date(`${value}T12:00:00`) });
    if (field === "strength") return value === "strong" ? t("strength.strong") : t("strength.conditional");
    if (field === "difference" && (value === "agrees" || value === "minor" || value === "major"))
      return t(`reading.${value}`);
    return value;
  };
  return lineFields[item.kind]
    .map((field) => ({ field, value: said(field) }))
    .filter(({ value }) => value !== "");
}

const wordsOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
