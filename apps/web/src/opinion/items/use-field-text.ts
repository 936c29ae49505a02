import { itemsOf } from "@consilium/workspace";
import { useFormatter, useTranslations } from "use-intl";
import { usePeople } from "../../case/case-context.ts";
import { useDesk } from "../desk-context.ts";
import { wordsOf } from "./field-value.ts";
import { choices } from "./item-forms.ts";

/** A scalar field in words; empty where nothing was said. Words that no choice offers stay as they are. */
export function useFieldText(): (field: string, value: unknown) => string {
  const t = useTranslations("opinion");
  const format = useFormatter();
  const people = usePeople();
  const choice = useChoiceText();
  const { doc } = useDesk();
  return (field, value) => {
    if (field === "preferred") return value === true ? t("field.preferred") : "";
    if (field === "retracted") return value === true ? t("field.retracted") : "";
    if (field === "citations") return citationNumbers(doc, value);
    const words = wordsOf(value);
    if (field === "due" && words !== "") return format.dateTime(new Date(`${words}T12:00:00`), "day");
    if (field === "owner") return people.get(words)?.name ?? words;
    return choice(field, words);
  };
}

/** A value of a choice in words. */
export function useChoiceText(): (field: string, value: string) => string {
  const t = useTranslations("opinion");
  return (field, value) => {
    const offered = <Value extends string>(values: readonly Value[]) => values.find((one) => one === value);
    if (field === "difference") return say(offered(choices.difference), (one) => t(`reading.${one}`), value);
    if (field === "strength") return say(offered(choices.strength), (one) => t(`strength.${one}`), value);
    if (field === "publication")
      return say(offered(choices.publication), (one) => t(`publication.${one}`), value);
    if (field === "urgency") return say(offered(choices.urgency), (one) => t(`urgency.${one}`), value);
    if (field === "certainty" || field === "confidence")
      return say(offered(choices.certainty), (one) => t(`certainty.${one}`), value);
    return value;
  };
}

const say = <Value>(known: Value | undefined, words: (known: Value) => string, other: string): string =>
  known === undefined ? other : words(known);

function citationNumbers(doc: Parameters<typeof itemsOf>[0], value: unknown): string {
  if (!Array.isArray(value)) return "";
  const ids = itemsOf(doc, "citation").map(({ id }) => id);
  return value
    .map((id) => ids.indexOf(String(id)) + 1)
    .filter((number) => number > 0)
    .toSorted((one, other) => one - other)
    .join(", ");
}
