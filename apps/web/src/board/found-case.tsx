import { useTranslations } from "use-intl";
import { CaseFacts } from "../case-list/case-facts.tsx";
import type { BoardItem } from "./board-query.ts";

export interface FoundCaseProps {
  readonly id: string;
  readonly item: BoardItem;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
}

/** Reached from the field by its arrow keys: the focus stays there. */
export function FoundCase({ id, item, isChosen, onOpen }: FoundCaseProps) {
  const t = useTranslations("board");
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role -- The keys are the field's, and an `option` holds one line of text.
    <div id={id} className="found-case" role="option" aria-selected={isChosen} onClick={onOpen}>
      <b>
        <bdi>{item.patient.name}</bdi>
      </b>
      <CaseFacts item={{ patient: item.patient, workplace: null }} more={item.number} />
      <span>{item.title}</span>
      <small>{t(`column.${item.column}`)}</small>
    </div>
  );
}
