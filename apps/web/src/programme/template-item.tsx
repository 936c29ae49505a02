import { templatedSections } from "@consilium/clinical";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { ButtonLink } from "../design/button-link.tsx";
import { useContent } from "./content-context.ts";
import { templateForm } from "./form-names.ts";
import { type ProgrammeTemplate, useTakeTemplateBack } from "./programme-api.ts";
import { TakeBack } from "./take-back.tsx";
import { UnsavedMark } from "./unsaved-mark.tsx";
import { useDropBegun } from "./use-unsaved.ts";
import { VersionFact } from "./version-fact.tsx";

export function TemplateItem({ template }: { readonly template: ProgrammeTemplate }) {
  const t = useTranslations("programme.templates");
  const section = useTranslations("opinion.section");
  const format = useFormatter();
  const languages = new Intl.DisplayNames([useLocale()], { type: "language" });
  const { id, name, language, sections } = template;
  const has = templatedSections.filter((one) => sections[one] !== undefined).map((one) => section(one));
  return (
    <li>
      <div>
        <b dir="auto" translate="no">
          {name}
        </b>{" "}
        <UnsavedMark form={templateForm(id)} />
        <p>
          {t("has", {
            language: languages.of(language) ?? language,
            sections: format.list(has, { type: "unit" }),
          })}
        </p>
        <VersionFact {...template} />
      </div>
      <div className="programme-ways">
        <ButtonLink
          to="/programme/templates/$templateId"
          params={{ templateId: id }}
          size="small"
          aria-label={t("changeIt", { name })}
        >
          {t("change")}
        </ButtonLink>
        <OfferNoLonger template={template} />
      </div>
    </li>
  );
}

function OfferNoLonger({ template: { id, name, version } }: { readonly template: ProgrammeTemplate }) {
  const t = useTranslations("programme.templates");
  const { say } = useContent();
  const drop = useDropBegun(templateForm(id));
  const { mutate, isPending, error } = useTakeTemplateBack(id, () => {
    drop();
    say(t("takenBack", { name }));
  });
  return (
    <TakeBack
      words={{
        ask: t("noLonger"),
        askOf: t("noLongerIt", { name }),
        title: t("noLongerTitle", { name }),
        text: t("noLongerText"),
        act: t("noLongerAct"),
        keep: t("keep"),
      }}
      isPending={isPending}
      error={error}
      onTake={() => mutate(version)}
    />
  );
}
