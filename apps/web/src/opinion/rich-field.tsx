import { evidenceOf, type TextPlace } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { useCallback, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { XmlFragment } from "yjs";
import { usePeople } from "../case/case-context.ts";
import type { LostEvidence } from "../editor/lost-evidence.ts";
import { SectionEditor } from "../editor/section-editor.tsx";
import { changeWords } from "../record/value-change.ts";
import { useDesk } from "./desk-context.ts";
import { useSectionFrame } from "./section-frame.ts";
import { type TextSpot, useTextHooks } from "./text-hooks.ts";

export interface RichFieldProps {
  readonly fragment: XmlFragment;
  readonly place: TextPlace;
  readonly label: string;
  readonly hint?: string;
  /** In the place of the hint, for who may not write. */
  readonly emptyText?: string | undefined;
  readonly look?: "section" | "line";
}

/** One rich text of the desk: a section, or a field of an item. Readers get a mirror of it that takes nothing. */
export function RichField(props: RichFieldProps) {
  const { doc } = useDesk();
  // An item of an older schema may lack a text: then there is nothing to bind.
  return props.fragment.doc === doc && <BoundField {...props} />;
}

function BoundField({ fragment, place, label, hint, emptyText, look = "section" }: RichFieldProps) {
  const { undo, awareness, isEditable, onUnbind } = useDesk();
  const { openMark } = useTextHooks();
  const { tooLong } = useSectionFrame();
  const spot = useSpot(fragment, place);
  return (
    <SectionEditor
      {...useTextAround(spot)}
      label={label}
      look={look}
      fragment={fragment}
      editable={isEditable}
      {...(undo && isEditable && { undo })}
      {...(awareness && { awareness })}
      placeholder={isEditable ? hint : emptyText}
      onMark={openMark}
      onTooLong={tooLong}
      onUnbind={onUnbind}
    />
  );
}

/** The same object for the same place: a new one would bind the editor again. */
function useSpot(fragment: XmlFragment, place: TextPlace): TextSpot {
  const { doc, name } = useDesk();
  const section = "section" in place ? place.section : undefined;
  const item = "item" in place ? place.item : undefined;
  const field = "item" in place ? place.field : undefined;
  return useMemo(
    () => ({
      document: name,
      place: section === undefined ? { item: item ?? "", field: field ?? "" } : { section },
      doc,
      fragment,
    }),
    [name, section, item, field, doc, fragment],
  );
}

/** What an editor asks of the page around it; the same functions at each rendering. */
function useTextAround(spot: TextSpot) {
  const label = useLinkLabel();
  const people = usePeople();
  const hooks = useTextHooks();
  const { enter, register, step } = useSectionFrame();
  const { isEditable } = useDesk();
  const marks = useMemo(() => hooks.marksOf?.(spot), [hooks, spot]);
  return useMemo(() => {
    const { comment, linkEvidence, openEvidence, lostEvidence, slashOf } = hooks;
    const slash = isEditable ? slashOf?.(spot) : undefined;
    return {
      ...(slash && { slash }),
      ...(marks && { marks }),
      colourOf: (seat: string) => people.get(seat)?.colour ?? "slate",
      evidenceLabel: (id: string) => label(evidenceOf(spot.doc, id)?.label, id, lostEvidence),
      openEvidence: (id: string) => openEvidence?.(spot, id),
      ...(lostEvidence && { lostEvidence }),
      onKeys: {
        goToSection: step,
        ...(comment && { comment: (editor: Editor) => comment(spot, editor) }),
        ...(linkEvidence && isEditable && { linkEvidence: (editor: Editor) => linkEvidence(spot, editor) }),
      },
      onFocus: (editor: Editor) => enter({ editor, spot }),
      onReady: (editor: Editor) => register(spot, editor),
    };
  }, [marks, people, hooks, spot, step, enter, register, isEditable, label]);
}

/** What a text shows of a link: the label that it was given, or what became of its place meanwhile. */
function useLinkLabel() {
  const t = useTranslations();
  const record = useTranslations("record");
  const format = useFormatter();
  return useCallback(
    (label: string | undefined, id: string, lost: LostEvidence | undefined): string => {
      if (label === undefined || lost?.of(id) !== undefined)
        return t("opinion.placeNotFound", { place: label ?? "" });
      const change = lost?.changeOf(id);
      if (!change) return label;
      const words = changeWords(record, format, change);
      return t("opinion.valueCorrected", { name: change.now.series.title, change: words });
    },
    [t, record, format],
  );
}
