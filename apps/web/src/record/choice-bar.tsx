import type { Anchor } from "@consilium/workspace";
import { IconLineScan, IconMessagePlus } from "@tabler/icons-react";
import { type DragEventHandler, useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Composer } from "../thread/composer.tsx";
import { useThreads } from "../thread/threads-context.ts";
import { useEvidence } from "./evidence-context.ts";
import type { PictureNumber } from "./place-words.ts";
import { type OpenRecord, recordOf } from "./record-places.ts";
import { useSeenPlaces } from "./seen-places.ts";
import { useEvidenceLabel } from "./use-see-place.ts";

/** Something of a record, and its words for a person. */
export interface RecordChoice {
  readonly anchor: Anchor;
  readonly quote: string;
  /** More was selected than one place can hold: this is what lies on the first page. */
  readonly isFirstPage?: boolean;
  /** Of an image: the picture that lies open. */
  readonly picture?: PictureNumber;
}

export interface ChoiceBarProps {
  readonly record: OpenRecord;
  readonly choice: RecordChoice | undefined;
  readonly onLeave: () => void;
}

/** In reach below the record: what can be done with what is chosen, then the field for it. */
export function ChoiceBar({ record, choice, onLeave }: ChoiceBarProps) {
  const t = useTranslations("record");
  const { draft } = useThreads();
  const isHere = draft !== undefined && recordOf(draft.anchor) === record.id;
  if (!isHere && !choice) return null;
  return (
    <section className="choice-bar" aria-label={t("chosen")}>
      {isHere ? (
        <Composer key={draft.quote} draft={draft} />
      ) : (
        choice && <Choices record={record} choice={choice} onLeave={onLeave} />
      )}
    </section>
  );
}

interface ChoicesProps {
  readonly record: OpenRecord;
  readonly choice: RecordChoice;
  readonly onLeave: () => void;
}

function Choices({ record, choice, onLeave }: ChoicesProps) {
  const t = useTranslations("record");
  const { compose, audiences } = useThreads();
  const { insert, drag } = useEvidence() ?? {};
  const label = useEvidenceLabel(record.filed)(choice.anchor, choice.picture);
  useSeeChosen(choice.anchor, label);
  const andLeave = (act: () => void) => () => {
    act();
    onLeave();
  };
  const evidence = { anchor: choice.anchor, label };
  return (
    // Pressing a button must not let the chosen words go; what can be dragged has to be pressed.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="choice-bar-line"
      onMouseDown={(event) => isDragged(event.target) || event.preventDefault()}
    >
      <Quote quote={choice.quote} onDrag={drag && ((event) => drag(event, evidence))} />
      {choice.isFirstPage && <p className="choice-bar-note">{t("firstPageOnly")}</p>}
      {audiences.length > 0 && (
        <Button size="small" icon={<IconMessagePlus {...look} />} onClick={andLeave(() => compose(choice))}>
          {t("comment")}
        </Button>
      )}
      {insert && (
        <Button size="small" icon={<IconLineScan {...look} />} onClick={andLeave(() => insert(evidence))}>
          {t("linkAsEvidence")}
        </Button>
      )}
      <Button size="small" look="quiet" onClick={onLeave}>
        {t("leave")}
      </Button>
    </div>
  );
}

/** Ctrl E in the text offers what was chosen last. */
function useSeeChosen(anchor: Anchor, label: string): void {
  const { see } = useSeenPlaces();
  useEffect(() => see({ anchor, label }), [anchor, label, see]);
}

interface QuoteProps {
  readonly quote: string;
  /** Undefined: nothing can be linked from here. */
  readonly onDrag: DragEventHandler | undefined;
}

/** What is chosen, in its words. By the keyboard the button behind it does what dragging does. */
function Quote({ quote, onDrag }: QuoteProps) {
  const t = useTranslations("record");
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <p dir="auto" draggable={onDrag !== undefined} title={onDrag && t("dragAsEvidence")} onDragStart={onDrag}>
      “{quote}”
    </p>
  );
}

const isDragged = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("[draggable=true]") !== null;

const look = { size: "1rem", stroke: 1.75, "aria-hidden": true } as const;
