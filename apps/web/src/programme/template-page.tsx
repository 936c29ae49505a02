import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { BackTo } from "./back-to.tsx";
import { useContent } from "./content-context.ts";
import { templateForm } from "./form-names.ts";
import { fieldsOf, newTemplate, type TemplateField } from "./template-fields.ts";
import { TemplateForm, type TemplateFormProps } from "./template-form.tsx";
import type { Kept } from "./unsaved.ts";
import { useBegunOn, useUnsaved } from "./use-unsaved.ts";

/** `/programme/templates/new`, and one that is there. */
export function TemplatePage() {
  const t = useTranslations("programme.template");
  const { templateId } = useParams({ from: "/programme/templates/$templateId" });
  const { content, say } = useContent();
  useEffect(() => say(undefined), [say]);
  const template = content.templates.find(({ id }) => id === templateId);
  // Its words are here still, though nobody is offered it any more.
  const begunOn = useBegunOn(templateForm(templateId));
  const isNew = templateId === "new";
  const isGone = !isNew && !template;
  if (isGone && !begunOn) return <Gone />;
  return (
    <>
      <BackTo to="/programme" />
      <PageTitle lede={t("lede")}>{template ? t("change", template) : t("make")}</PageTitle>
      {isGone && (
        <Banner tone="warn" title={t("goneTitle")}>
          {t("goneText")}
        </Banner>
      )}
      <OnPage
        key={templateId}
        form={templateForm(templateId)}
        templateId={template?.id ?? null}
        now={template}
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Begun in this form.
        kept={template ? fieldsOf(template) : isGone ? asNew(begunOn as Kept<TemplateField>) : newTemplate}
      />
    </>
  );
}

/** Saved again it is another one: there is no version that it takes the place of. */
const asNew = ({ fields }: Kept<TemplateField>): Kept<TemplateField> => ({ version: 0, fields });

type OnPageProps = Pick<TemplateFormProps, "templateId" | "now"> & {
  readonly form: string;
  readonly kept: Kept<TemplateField>;
};

function OnPage({ form, kept, ...template }: OnPageProps) {
  const t = useTranslations("programme.template");
  const { say } = useContent();
  const navigate = useNavigate();
  const unsaved = useUnsaved(form, kept);
  const toList = () => navigate({ to: "/programme" });
  const saved = async (name: string, version: number) => {
    unsaved.drop();
    await toList();
    say(t("saved", { name, version }));
  };
  const drop = () => {
    unsaved.drop();
    void toList();
  };
  return (
    <TemplateForm
      {...template}
      form={template.now ? unsaved : { ...unsaved, isBehind: false }}
      onSaved={(name, version) => void saved(name, version)}
      onDrop={drop}
    />
  );
}

function Gone() {
  const t = useTranslations("programme.template");
  return (
    <>
      <BackTo to="/programme" />
      <EmptyState level={1} title={t("goneTitle")}>
        <p>{t("noneHere")}</p>
      </EmptyState>
    </>
  );
}
