import "../../opinion/desk.css";
import { type Section, sectionsOf } from "@consilium/workspace";
import { type RefObject, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import type { OpenState } from "../../case/document-state.ts";
import { draftOf } from "../../case/draft-of.ts";
import { useDocument } from "../../case/use-document.ts";
import { SkeletonAfter } from "../../design/skeleton-after.tsx";
import { type Desk, DeskContext } from "../../opinion/desk-context.ts";
import { SectionBlock } from "../../opinion/section-block.tsx";
import { useSectionSight } from "./use-section-sight.ts";

/** The opinion on the stage, to be read together. It is written at its own address. */
export function ShownOpinion({ name }: { readonly name: string }) {
  const t = useTranslations("conferences.stage");
  const { detail } = useCase();
  // Who was given a version, or nothing, has no living text to read along.
  return draftOf(detail) === name ? (
    <LiveOpinion name={name} />
  ) : (
    <p className="stage-wait">{t("opinionNotHere")}</p>
  );
}

function LiveOpinion({ name }: { readonly name: string }) {
  const t = useTranslations("conferences.stage");
  const state = useDocument(name);
  if (state.phase === "ended") return <p className="stage-wait">{t("opinionNotHere")}</p>;
  return state.phase === "open" && state.synced ? <OpinionText state={state} /> : <SkeletonAfter />;
}

const sections: readonly Section[] = sectionsOf("opinion");
const stay = () => {};
const none = () => undefined;

function OpinionText({ state }: { readonly state: OpenState }) {
  const t = useTranslations("conferences.stage");
  const text = useRef<HTMLElement>(null);
  useSectionSight(state.name, text);
  return (
    <DeskContext value={useReadingDesk(state, text)}>
      <article ref={text} className="stage-opinion" aria-label={t("opinion")} tabIndex={-1}>
        {sections.map((section, at) => (
          <SectionBlock key={section} section={section} number={at + 1} isBuilt onReady={none} />
        ))}
      </article>
    </DeskContext>
  );
}

/** Nobody writes on the stage: what is read together does not change under the reader's own hand. */
function useReadingDesk(
  { doc, awareness, onUnbind, name }: OpenState,
  text: RefObject<HTMLElement | null>,
): Desk {
  return useMemo(
    () => ({
      doc,
      undo: undefined,
      awareness,
      onUnbind,
      name,
      kind: "opinion",
      isEditable: false,
      sections,
      current: "question",
      goTo: (section) => text.current?.querySelector(`#section-${section}`)?.scrollIntoView(),
      cameTo: stay,
    }),
    [doc, awareness, onUnbind, name, text],
  );
}
