import { placeholder, templatedSections } from "@consilium/clinical";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { comingAlongQuery } from "../opinion/templates/coming-along-query.ts";
import { ContentForm } from "./content-form.tsx";
import { useSaveTemplate } from "./programme-api.ts";
import { SectionWords } from "./section-words.tsx";
import { missingOf, type TemplateField, toInput } from "./template-fields.ts";
import { TemplateHead } from "./template-head.tsx";
import type { Unsaved } from "./use-unsaved.ts";
import type { Written } from "./version-fact.tsx";

export interface TemplateFormProps {
  /** Null: a new one. */
  readonly templateId: string | null;
  readonly form: Unsaved<TemplateField>;
  /** What stands on the server. */
  readonly now: Written | undefined;
  readonly onSaved: (name: string, version: number) => void;
  readonly onDrop: () => void;
}

/** One template. */
export function TemplateForm({ templateId, form, now, onSaved, onDrop }: TemplateFormProps) {
  const t = useTranslations("programme");
  const { mutate, isPending, error } = useSaveTemplate(templateId, ({ name, version }) =>
    onSaved(name, version),
  );
  const missing = missingOf(form.fields);
  return (
    <ContentForm
      form={form}
      now={now}
      back="/programme"
      offReason={missing && t(`template.missing.${missing}`)}
      isPending={isPending}
      error={error}
      onSave={() => mutate(toInput(form.fields, form.kept.version))}
      onDrop={onDrop}
    >
      <TemplateHead form={form} by={now?.by} />
      <p className="programme-note">{t("template.hint", { place: placeholder })}</p>
      <Sections form={form} by={now?.by} />
    </ContentForm>
  );
}

type SectionsProps = Pick<TemplateFormProps, "form"> & { readonly by: string | undefined };

function Sections({ form, by }: SectionsProps) {
  const { fields, kept, clashes } = form;
  const { data: comingAlong } = useQuery(comingAlongQuery(fields.specialty, fields.language));
  return templatedSections.map((section) => (
    <SectionWords
      key={section}
      section={section}
      words={fields[section]}
      language={fields.language}
      comingAlong={comingAlong?.sections[section]}
      theirs={clashes.includes(section) ? { by, words: kept.fields[section] } : undefined}
      onChange={(words) => form.change({ [section]: words })}
      onTakeTheirs={() => form.takeTheirs(section)}
    />
  ));
}
