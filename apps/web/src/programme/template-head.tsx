import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { TextField } from "../design/text-field.tsx";
import { spokenLanguages } from "../intake/spoken-languages.ts";
import { ChoiceField, type ChoiceFieldProps } from "./choice-field.tsx";
import { useContent } from "./content-context.ts";
import { specialtiesWith } from "./specialties.ts";
import type { TemplateField } from "./template-fields.ts";
import { Theirs } from "./theirs.tsx";
import type { Unsaved } from "./use-unsaved.ts";

export interface TemplateHeadProps {
  readonly form: Unsaved<TemplateField>;
  /** Who saved what stands there now. */
  readonly by: string | undefined;
}

const longestName = 80;

/** What it is called, and for which cases it is. */
export function TemplateHead({ form, by }: TemplateHeadProps) {
  const t = useTranslations("programme.template");
  const { fields, change } = form;
  return (
    <div className="programme-head">
      <TextField
        label={t("name")}
        value={fields.name}
        maxLength={longestName}
        autoComplete="off"
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TheirsOf field="name" form={form} by={by} say={(name) => name} />
      <Chosen field="specialty" form={form} by={by} options={useSpecialties(fields.specialty)} />
      <Chosen field="language" form={form} by={by} options={useLanguages(fields.language)} />
    </div>
  );
}

type ChosenProps = TemplateHeadProps & {
  readonly field: "specialty" | "language";
  readonly options: ChoiceFieldProps["options"];
};

function Chosen({ field, form, by, options }: ChosenProps) {
  const t = useTranslations("programme.template");
  const named = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <>
      <ChoiceField
        label={t(field)}
        {...(field === "specialty" && { empty: t("chooseSpecialty") })}
        options={options}
        value={form.fields[field]}
        onChoose={(value) => form.change({ [field]: value })}
      />
      <TheirsOf field={field} form={form} by={by} say={named} />
    </>
  );
}

type TheirsOfProps = TemplateHeadProps & {
  readonly field: "name" | "specialty" | "language";
  readonly say: (value: string) => string;
};

function TheirsOf({ field, form, by, say }: TheirsOfProps) {
  const t = useTranslations("programme.template");
  if (!form.clashes.includes(field)) return null;
  const words = say(form.kept.fields[field]);
  return <Theirs label={t(field)} by={by} words={words} onTake={() => form.takeTheirs(field)} />;
}

function useSpecialties(chosen: string) {
  const names = useTranslations("caseList");
  const { content } = useContent();
  return specialtiesWith([...content.templates.map(({ specialty }) => specialty), chosen])
    .filter((specialty) => specialty !== "")
    .map((value) => ({ value, label: names("specialty", { specialty: value }) }));
}

function useLanguages(chosen: string) {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "language" });
    return [...new Set([...spokenLanguages, chosen])]
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  }, [locale, chosen]);
}
