import { becameRecommendation, decisionsToPut, type Item, itemOf, putDecisions } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import { draftOf } from "../../case/draft-of.ts";
import { useDocument } from "../../case/use-document.ts";
import { Button } from "../../design/button.tsx";
import { Glyph } from "../../design/glyph.tsx";
import { useItemEditsOf } from "../../opinion/items/use-item-edits.ts";
import { useItems } from "../../opinion/items/use-items.ts";
import { useNotes } from "./notes-context.ts";
import { OpinionLink } from "./opinion-link.tsx";

export interface PutDecisionsProps {
  readonly decisions: readonly Item[];
}

/** For the authors of the opinion: what was decided becomes what is recommended, in one step. */
export function PutDecisions({ decisions }: PutDecisionsProps) {
  const { detail } = useCase();
  const name = draftOf(detail);
  return name === undefined ? null : <PutInto name={name} decisions={decisions} />;
}

function PutInto({ name, decisions }: PutDecisionsProps & { readonly name: string }) {
  const t = useTranslations("conferences.put");
  const opinion = useDocument(name);
  if (opinion.phase !== "open" || !opinion.synced)
    return <Button offReason={t("opening")}>{t("act")}</Button>;
  return opinion.mayWrite ? <PutButton opinion={opinion} decisions={decisions} /> : null;
}

interface PutButtonProps extends PutDecisionsProps {
  readonly opinion: Pick<Extract<ReturnType<typeof useDocument>, { phase: "open" }>, "doc" | "undo">;
}

function PutButton({ opinion, decisions }: PutButtonProps) {
  const t = useTranslations("conferences.put");
  const { doc } = useNotes();
  const { together } = useItemEditsOf(opinion);
  // What is there already changes with the recommendations of the opinion.
  useItems(opinion.doc, "recommendation");
  const [put, setPut] = useState<readonly string[]>([]);
  const act = () => {
    const wanted = decisionsToPut(doc, opinion.doc);
    if (wanted.length === 0) return;
    together(() => putDecisions(doc, opinion.doc, wanted));
    setPut(wanted.map(({ id }) => id));
  };
  const off = offReason(decisions, opinion.doc);
  return (
    <div className="conference-put">
      <Done put={put} opinion={opinion.doc} />
      <Button offReason={off && t(off)} onClick={act}>
        {t("act")}
      </Button>
    </div>
  );
}

/** One without words is no decision yet; it is left out when the button is pressed. */
function offReason(decisions: readonly Item[], opinion: Doc): "nothing" | "all" | undefined {
  if (decisions.length === 0) return "nothing";
  return decisions.every(({ id }) => becameRecommendation(opinion, id)) ? "all" : undefined;
}

/** What the step did, and where it can be seen. */
function Done({ put, opinion }: { readonly put: readonly string[]; readonly opinion: Doc }) {
  const t = useTranslations("conferences.put");
  const there = put.flatMap((id) => itemOf(opinion, id) ?? []);
  const open = there.filter(({ scalar }) => !scalar("owner")).length;
  return (
    <output>
      {there.length > 0 && (
        <p>
          <Glyph name="done" /> {t("done", { count: there.length })}{" "}
          {open > 0 && t("noOwner", { count: open })} <OpinionLink>{t("look")}</OpinionLink>
        </p>
      )}
    </output>
  );
}
