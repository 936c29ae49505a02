import { useFormatter, useTranslations } from "use-intl";
import { useCase, usePeople } from "../case/case-context.ts";
import { useReferenceNames } from "./reference-names.ts";

/** A scalar field of an item in words: who, what and where it points to by name, never by id. */
export function useFieldWords(): (field: string, value: unknown) => string {
  const t = useTranslations("history");
  const format = useFormatter();
  const names = useReferenceNames();
  const people = usePeople();
  const { questions } = useCase().detail;
  return (field, value) => {
    if (Array.isArray(value)) {
      const known = value.flatMap((id) => names[String(id)] ?? []);
      const unknown = value.length - known.length;
      return format.list([...known, ...(unknown > 0 ? [t("references", { count: unknown })] : [])]);
    }
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value !== "string") return "";
    if (field === "owner") return people.get(value)?.name ?? value;
    if (field === "question") return questions.find(({ id }) => id === value)?.text ?? t("questionUnknown");
    return value;
  };
}
