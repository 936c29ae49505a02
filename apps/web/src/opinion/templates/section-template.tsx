import "./templates.css";
import {
  hasTemplateChanged,
  type OpinionTemplate,
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
import { useTemplate } from "./use-template.ts";

/** Below the text of a section that templates have: the way to begin with one, or that the one it was begun with has changed. */
export function SectionTemplate({ section }: { readonly section: Section }) {
  const { kind, isEditable } = useDesk();
  const templated = templatedSections.find((name) => name === section);
  if (kind !== "opinion" || !isEditable || !templated) return null;
  return <OfSection section={templated} />;
}

function OfSection({ section }: { readonly section: TemplatedSection }) {
  const { doc } = useDesk();
  const template = useTemplate();
  const isEmpty = useIsEmpty(doc, section);
  const text = template?.sections[section];
  if (!template || text === undefined) return null;
  if (isEmpty) return <Start template={template} section={section} />;
  return <Changed template={template} section={section} text={text} />;
}

interface OfTemplateProps {
  readonly template: OpinionTemplate;
  readonly section: TemplatedSection;
}

function Start({ template, section }: OfTemplateProps) {
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
      {t("start")}
    </Button>
  );
}

/** Told, and nothing else: what was written stays as it is. */
function Changed({ template, section, text }: OfTemplateProps & { readonly text: string }) {
  const t = useTranslations("template");
  const { doc } = useDesk();
  const use = useBegunWith(doc, section);
  if (!use || !hasTemplateChanged(use, template)) return null;
  return (
    <details className="template-changed">
      <summary>{t("changed", { before: use.version, now: template.version })}</summary>
      <p>{t("untouched")}</p>
      <blockquote>{text}</blockquote>
    </details>
  );
}
