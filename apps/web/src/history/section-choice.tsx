import { sectionsOf } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import { Choice } from "./choice.tsx";

export interface SectionChoiceProps {
  readonly section: string | undefined;
  readonly onChoose: (section: string | undefined) => void;
}

/** One section of the opinion, or all of it. */
export function SectionChoice({ section, onChoose }: SectionChoiceProps) {
  const t = useTranslations("history");
  const names = useTranslations("opinion");
  return (
    <Choice
      label={t("section")}
      value={section ?? ""}
      onChange={(value) => onChoose(value === "" ? undefined : value)}
      options={[
        { value: "", name: t("allSections") },
        ...sectionsOf("opinion").map((name, at) => ({
          value: name,
          name: t("numbered", { n: at + 1, name: names(`section.${name}`) }),
        })),
      ]}
    />
  );
}
