import type { Item } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Button } from "../../design/button.tsx";
import { useItemEditsOf } from "../../opinion/items/use-item-edits.ts";
import { useItems } from "../../opinion/items/use-items.ts";
import { DecisionRow } from "./decision-row.tsx";
import { NewDecision } from "./new-decision.tsx";
import { useNotes } from "./notes-context.ts";
import { PutDecisions } from "./put-decisions.tsx";
import { useRecommendationOf } from "./use-recommendation-of.ts";

/** What was decided, by whom it is done and by when. */
export function Decisions() {
  const t = useTranslations("conferences.decision");
  const notes = useNotes();
  const { detail } = useCase();
  const decisions = useItems(notes.doc, "decision");
  const numberOf = useRecommendationOf();
  const [removed, setRemoved] = useState<number>();
  const isAuthor = detail.opinions[0]?.write === true;
  return (
    <div className="conference-decisions">
      <h3>{t("title")}</h3>
      {decisions.length === 0 && <p className="conference-nothing">{t("none")}</p>}
      <DecisionList decisions={decisions} numberOf={numberOf} onRemoved={setRemoved} />
      {removed !== undefined && <Removed number={removed} onClose={() => setRemoved(undefined)} />}
      {notes.isEditable && <NewDecision />}
      {isAuthor && <PutDecisions decisions={decisions} />}
    </div>
  );
}

interface DecisionListProps {
  readonly decisions: readonly Item[];
  readonly numberOf: (decision: string) => number | undefined;
  readonly onRemoved: (number: number) => void;
}

function DecisionList({ decisions, numberOf, onRemoved }: DecisionListProps) {
  const t = useTranslations("conferences.decision");
  if (decisions.length === 0) return null;
  return (
    <ol aria-label={t("title")}>
      {decisions.map((decision, at) => (
        <DecisionRow
          key={decision.id}
          decision={decision}
          number={at + 1}
          became={numberOf(decision.id)}
          onRemoved={() => onRemoved(at + 1)}
        />
      ))}
    </ol>
  );
}

/** It can be brought back at once, and by the keys of undo as long as the notes lie open. */
function Removed({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const t = useTranslations("conferences.decision");
  const { undo } = useItemEditsOf(useNotes());
  const bringBack = () => {
    undo();
    onClose();
  };
  return (
    <output className="conference-removed">
      {t("removed", { number })}{" "}
      <Button look="quiet" size="small" onClick={bringBack}>
        {t("undo")}
      </Button>
    </output>
  );
}
