import "./opinion.css";
import { type Section, sectionRoot } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { memo, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { isFinal } from "../case/is-final.ts";
import { useDesk } from "./desk-context.ts";
import { ItemsOfSection } from "./items/items-of-section.tsx";
import { useHasItems } from "./items/use-has-items.ts";
import { RichField } from "./rich-field.tsx";
import { type ActiveText, type SectionFrame, SectionFrameContext } from "./section-frame.ts";
import { SectionTemplate } from "./templates/section-template.tsx";
import { TextToolbar } from "./text-toolbar.tsx";
import { TooLong } from "./too-long.tsx";

export interface SectionBlockProps {
  readonly section: Section;
  readonly number: number;
  /** Until then it is its name and room. */
  readonly isBuilt: boolean;
  readonly onReady: (section: Section, editor: Editor) => (() => void) | undefined;
}

/** One numbered section: its text, then its items. What is computed from the words beside it does not draw it anew. */
function BlockOfSection({ section, number, isBuilt, onReady }: SectionBlockProps) {
  const t = useTranslations("opinion");
  const { isEditable } = useDesk();
  const element = useRef<HTMLElement>(null);
  const [characters, setCharacters] = useState<number>();
  const { active, frame } = useFrame(section, element, onReady, setCharacters);
  const name = t(`section.${section}`);
  return (
    <section
      ref={element}
      id={`section-${section}`}
      className="section-block"
      data-empty={!isBuilt || undefined}
      aria-labelledby={`name-${section}`}
    >
      <div className="section-head">
        <h2 id={`name-${section}`}>
          <span className="num">{number}</span> {name}
        </h2>
        {active && isEditable && <TextToolbar active={active} />}
      </div>
      {isBuilt && (
        <SectionFrameContext value={frame}>
          <TextOfSection section={section} name={name} />
          <SectionTemplate section={section} />
          <ItemsOfSection section={section} />
        </SectionFrameContext>
      )}
      {characters !== undefined && (
        <TooLong characters={characters} onClose={() => setCharacters(undefined)} />
      )}
    </section>
  );
}

function TextOfSection({ section, name }: { readonly section: Section; readonly name: string }) {
  const t = useTranslations("opinion");
  const { doc, name: document } = useDesk();
  const { detail } = useCase();
  const hasItems = useHasItems(section);
  return (
    <RichField
      fragment={doc.getXmlFragment(sectionRoot(section))}
      place={{ section }}
      label={name}
      hint={t(`hint.${section}`)}
      emptyText={hasItems ? undefined : t(isFinal(detail, document) ? "emptyForGood" : "emptyForReader")}
    />
  );
}

export const SectionBlock = memo(BlockOfSection);

function useFrame(
  section: Section,
  element: RefObject<HTMLElement | null>,
  onReady: SectionBlockProps["onReady"],
  tooLong: (characters: number) => void,
) {
  const { sections, goTo, cameTo } = useDesk();
  const [active, setActive] = useState<ActiveText>();
  useEffect(() => {
    const block = element.current;
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !block?.contains(relatedTarget)) setActive(undefined);
    };
    block?.addEventListener("focusout", leave);
    return () => block?.removeEventListener("focusout", leave);
  }, [element]);
  const frame = useMemo<SectionFrame>(
    () => ({
      enter: (entered) => {
        setActive(entered);
        cameTo(section);
      },
      register: ({ place }, editor) => ("section" in place ? onReady(section, editor) : undefined),
      step: (by) => {
        const next = sections[sections.indexOf(section) + by];
        if (next) goTo(next);
      },
      tooLong,
    }),
    [section, sections, goTo, cameTo, onReady, tooLong],
  );
  return { active: active?.editor.isDestroyed ? undefined : active, frame };
}
