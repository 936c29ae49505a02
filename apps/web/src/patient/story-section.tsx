import "./story.css";
import { evidenceOf, sectionRoot, type SectionOf } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import type { OpenState } from "../case/document-state.ts";
import { SectionEditor } from "../editor/section-editor.tsx";
import { ReadingText } from "./reading-text.tsx";
import { useDocChanges } from "./use-doc-changes.ts";

/** Nothing beside the text asks for keys here. */
const noKeys = {};

export interface StorySectionProps {
  readonly document: OpenState;
  readonly section: SectionOf<"story"> | SectionOf<"story.prior">;
}

/** One question of the story and its answer, in the patient's words. */
export function StorySection({ document, section }: StorySectionProps) {
  const t = useTranslations("patient");
  const { doc, mayWrite } = document;
  const fragment = doc.getXmlFragment(sectionRoot(section));
  useDocChanges(doc);
  const name = t(`storySection.${section}`);
  return (
    <section className="story-section" id={`story-${section}`}>
      <h2>{name}</h2>
      {mayWrite ? (
        <>
          <p>{t(`storyHint.${section}`)}</p>
          <StoryField document={document} fragment={fragment} label={name} />
        </>
      ) : fragment.length > 0 ? (
        <ReadingText doc={doc} fragment={fragment} where={{ section }} />
      ) : (
        <p className="patient-quiet">{t("sectionEmpty")}</p>
      )}
    </section>
  );
}

export interface StoryFieldProps {
  readonly document: OpenState;
  readonly fragment: ReturnType<OpenState["doc"]["getXmlFragment"]>;
  readonly label: string;
  readonly placeholder?: string;
  readonly look?: "section" | "line";
}

/** A rich text of the story, in a box that says where to write. */
export function StoryField({ document, fragment, label, placeholder, look = "section" }: StoryFieldProps) {
  const people = usePeople();
  const { doc, undo, awareness, onUnbind } = document;
  return (
    <div className="story-field">
      <SectionEditor
        label={label}
        look={look}
        editable
        fragment={fragment}
        {...(undo && { undo })}
        {...(awareness && { awareness })}
        placeholder={placeholder}
        colourOf={(seat) => people.get(seat)?.colour ?? "slate"}
        evidenceLabel={(id) => evidenceOf(doc, id)?.label ?? ""}
        openEvidence={() => {}}
        onKeys={noKeys}
        onUnbind={onUnbind}
      />
    </div>
  );
}
