import { itemsOf } from "@consilium/workspace";
import { useFormatter, useTranslations } from "use-intl";
import { usePeople } from "../../case/case-context.ts";
import { useDesk } from "../desk-context.ts";
import type { ChoiceField } from "./item-forms.ts";

/** A scalar field in words; empty where nothing was said. Words that no choice offers stay as they are. */
export function useFieldText(): (field: string, value: unknown) => string {
  const t = useTranslations("opinion");
  const format = useFormatter();
  const people = usePeople();
  const choice = useChoiceText();
  const { doc } = useDesk();
  return (field, value) => {
    if (value === undefined || value === null || value === "") return "";
    if (field === "preferred") return value === true ? t("field.preferred") : "";
    if (field === "citations") return citationNumbers(doc, value);
    if (field === "due") return format.dateTime(new Date(`${String(value)}T12:00:00`), "day");
    const words = String(value);
    if (field === "owner") return people.get(words)?.name ?? words;
    return choice(field, words);
  };
}

/** A value of a choice in words. */
export function useChoiceText(): (field: string, value: string) => string {
  const t = useTranslations("opinion");
  return (field, value) => {
    const key = choiceKeys[field];
    return key && t.has(`${key}.${value}` as never) ? t(`${key}.${value}` as never) : value;
  };
}

const choiceKeys: Readonly<Record<string, string>> = {
  difference: "reading",
  strength: "strength",
  certainty: "certainty",
  confidence: "certainty",
  urgency: "urgency",
} satisfies Record<ChoiceField, string>;

function citationNumbers(doc: Parameters<typeof itemsOf>[0], value: unknown): string {
  if (!Array.isArray(value)) return "";
  const ids = itemsOf(doc, "citation").map(({ id }) => id);
  return value
    .map((id) => ids.indexOf(String(id)) + 1)
    .filter((number) => number > 0)
    .toSorted((one, other) => one - other)
    .join(", ");
}
