import "./templates.css";
import {
  hasTemplateChanged,
  placeholder,
  type TemplatedSection,
  templatedSections,
} from "@consilium/clinical";
import { type Section, startFromTemplate } from "@consilium/workspace";
import { IconTemplate } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { changeAsOwn } from "../../editor/shared-undo.ts";
import { useDesk } from "../desk-context.ts";
import { useBegunWith, useIsEmpty } from "./use-begun-with.ts";
import { type OfferedTemplate, useTemplates } from "./use-templates.ts";

/** Below the text of a section that templates have: the ways to begin with one, or that the one it was begun with has changed. */
export function SectionTemplate({ section }: { readonly section: Section }) {
  const { kind, isEditable } = useDesk();
  const templated = templatedSections.find((name) => name === section);
  if (kind !== "opinion" || !isEditable || !templated) return null;
  return <OfSection section={templated} />;
}

function OfSection({ section }: { readonly section: TemplatedSection }) {
  const { doc } = useDesk();
  const templates = useTemplates();
  const isEmpty = useIsEmpty(doc, section);
  if (!isEmpty) return <Changed templates={templates} section={section} />;
  const offered = templates.filter(({ sections }) => sections[section] !== undefined);
  if (offered.length === 0) return null;
  return (
    <div className="template-starts">
      {offered.map((template) => (
        <Start key={template.id} template={template} section={section} />
      ))}
    </div>
  );
}

interface StartProps {
  readonly template: OfferedTemplate;
  readonly section: TemplatedSection;
}

function Start({ template, section }: StartProps) {
  const t = useTranslations("template");
  const { doc, undo, goTo } = useDesk();
  const start = () => {
    // One step: undo takes the text away and nothing else.
    undo?.stopCapturing();
    changeAsOwn(doc, () => startFromTemplate(doc, section, template));
    undo?.stopCapturing();
    // The button is gone: the first place to be filled in is chosen, and typing takes its place.
    goTo(section, { words: placeholder });
  };
  return (
    <Button
      look="quiet"
      size="small"
      icon={<IconTemplate size="1.0625rem" stroke={1.75} aria-hidden />}
      onClick={start}
    >
      {template.name === null ? t("start") : t("startOwn", { name: template.name })}
    </Button>
  );
}

/** Told, and nothing else: what was written stays as it is. */
function Changed({
  templates,
  section,
}: Pick<StartProps, "section"> & { readonly templates: readonly OfferedTemplate[] }) {
  const t = useTranslations("template");
  const { doc } = useDesk();
  const use = useBegunWith(doc, section);
  const template = use && templates.find((offered) => hasTemplateChanged(use, offered));
  const text = template?.sections[section];
  if (!use || !template || text === undefined) return null;
  return (
    <details className="template-changed">
      <summary>{t("changed", { before: use.version, now: template.version })}</summary>
      <p>{t("untouched")}</p>
      <blockquote>{text}</blockquote>
    </details>
  );
}
