import { evidenceOf, type TextPlace } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { XmlFragment } from "yjs";
import { usePeople } from "../case/case-context.ts";
import { SectionEditor } from "../editor/section-editor.tsx";
import type { TextKeys } from "../editor/text-keys.ts";
import { useDesk } from "./desk-context.ts";
import { useSectionFrame } from "./section-frame.ts";
import { type TextSpot, useTextHooks } from "./text-hooks.ts";

export interface RichFieldProps {
  readonly fragment: XmlFragment;
  readonly place: TextPlace;
  readonly label: string;
  readonly hint?: string;
  readonly look?: "section" | "line";
}

/** One rich text of the desk: a section, or a field of an item. Readers get a mirror of it that takes nothing. */
export function RichField({ fragment, place, label, hint, look = "section" }: RichFieldProps) {
  const t = useTranslations("opinion");
  const { doc, undo, awareness, isEditable, onUnbind, name } = useDesk();
  const people = usePeople();
  const hooks = useTextHooks();
  const frame = useSectionFrame();
  const where = JSON.stringify(place);
  const spot = useMemo<TextSpot>(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Written one line above; a key of values, not of identity.
    () => ({ document: name, place: JSON.parse(where) as TextPlace, doc, fragment }),
    [name, where, doc, fragment],
  );
  const marks = useMemo(() => hooks.marksOf?.(spot), [hooks, spot]);
  return (
    <SectionEditor
      label={label}
      look={look}
      fragment={fragment}
      editable={isEditable}
      {...(undo && isEditable && { undo })}
      {...(awareness && { awareness })}
      {...(marks && { marks })}
      placeholder={isEditable ? hint : look === "section" ? t("emptyForReader") : undefined}
      colourOf={(seat) => people.get(seat)?.colour ?? "slate"}
      evidenceLabel={(id) => evidenceOf(doc, id)?.label ?? t("placeNotFound", { place: "" })}
      openEvidence={(id) => hooks.openEvidence?.(spot, id)}
      onKeys={useTextKeys(spot)}
      onFocus={(editor) => frame.enter({ editor, spot })}
      onReady={frame.register ? (editor: Editor) => frame.register?.(where, editor) : undefined}
      onMark={hooks.openMark}
      onTooLong={frame.tooLong}
      onUnbind={onUnbind}
    />
  );
}

function useTextKeys(spot: TextSpot): TextKeys {
  const { comment, linkEvidence } = useTextHooks();
  const { step } = useSectionFrame();
  const { isEditable } = useDesk();
  return {
    goToSection: step,
    ...(comment && { comment: (editor: Editor) => comment(spot, editor) }),
    ...(linkEvidence && isEditable && { linkEvidence: (editor: Editor) => linkEvidence(spot, editor) }),
  };
}
