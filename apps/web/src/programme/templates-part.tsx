import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { useContent } from "./content-context.ts";
import { templateForm } from "./form-names.ts";
import { PartFrame } from "./part-frame.tsx";
import { specialtiesWith } from "./specialties.ts";
import { TemplateItem } from "./template-item.tsx";
import { UnsavedMark } from "./unsaved-mark.tsx";
import { useBegunForms } from "./use-unsaved.ts";

/** `/programme`: what an opinion's sections can begin with, by specialty. */
export function TemplatesPart() {
  const t = useTranslations("programme.templates");
  const names = useTranslations("caseList");
  const { templates } = useContent().content;
  const used = templates.map(({ specialty }) => specialty);
  return (
    <PartFrame lede={t("lede")} action={<NewTemplate />}>
      {templates.length === 0 && (
        <EmptyState title={t("noneTitle")}>
          <p>{t("noneText")}</p>
        </EmptyState>
      )}
      <TakenBack />
      {specialtiesWith(used)
        .filter((specialty) => used.includes(specialty))
        .map((specialty) => (
          <section key={specialty} className="programme-group">
            <h2>{names("specialty", { specialty })}</h2>
            <ul className="programme-list">
              {templates
                .filter((template) => template.specialty === specialty)
                .map((template) => (
                  <TemplateItem key={template.id} template={template} />
                ))}
            </ul>
          </section>
        ))}
    </PartFrame>
  );
}

/** Of templates that somebody took back while I changed them. */
function TakenBack() {
  const t = useTranslations("programme.templates");
  const { templates } = useContent().content;
  const gone = useBegunForms("template").filter(
    (name) => name !== "new" && !templates.some(({ id }) => id === name),
  );
  return gone.map((templateId) => (
    <Banner
      key={templateId}
      tone="warn"
      title={t("waiting")}
      action={
        <ButtonLink to="/programme/templates/$templateId" params={{ templateId }} size="small">
          {t("look")}
        </ButtonLink>
      }
    >
      {t("waitingText")}
    </Banner>
  ));
}

function NewTemplate() {
  const t = useTranslations("programme.templates");
  const { templates, mostTemplates: most } = useContent().content;
  const icon = <IconPlus size="1.0625rem" stroke={1.75} aria-hidden />;
  if (templates.length >= most)
    return (
      <Button look="filled" icon={icon} offReason={t("full", { most })}>
        {t("make")}
      </Button>
    );
  return (
    <span className="programme-make">
      <UnsavedMark form={templateForm("new")} />
      <ButtonLink to="/programme/templates/$templateId" params={{ templateId: "new" }} look="filled">
        {icon}
        {t("make")}
      </ButtonLink>
    </span>
  );
}
