import "./citations.css";
import { findDuplicates } from "@consilium/clinical";
import { citationOf, type Item, mergeCitationItems } from "@consilium/workspace";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Glyph } from "../../design/glyph.tsx";
import { useDesk } from "../desk-context.ts";
import { useItemEdits } from "../items/use-item-edits.ts";
import { ImportSources } from "./import-sources.tsx";

/** Below the sources: those that stand there twice, and the way to bring in more from a file. */
export function SourceTools({ sources }: { readonly sources: readonly Item[] }) {
  const t = useTranslations("citation");
  const [isImporting, setImporting] = useState(false);
  return (
    <>
      <Duplicates sources={sources} />
      <Button
        look="quiet"
        icon={<IconFileImport size="1.0625rem" stroke={1.75} aria-hidden />}
        onClick={() => setImporting(true)}
      >
        {t("import")}
      </Button>
      {isImporting && <ImportSources sources={sources} onClose={() => setImporting(false)} />}
    </>
  );
}

/** Each pair with one press that makes one of it, which can be undone at once. */
function Duplicates({ sources }: { readonly sources: readonly Item[] }) {
  const t = useTranslations("citation");
  const { doc } = useDesk();
  const { together, undo } = useItemEdits();
  const [merged, setMerged] = useState<number>();
  const number = (id: string) => sources.findIndex((source) => source.id === id) + 1;
  const pairs = findDuplicates(sources.map((source) => ({ ...citationOf(source), id: source.id })));
  const merge = (kept: string, again: string) => {
    together(() => mergeCitationItems(doc, kept, again));
    setMerged(number(kept));
  };
  return (
    <>
      {pairs.map(({ kept, again }) => (
        <p key={again.id} className="same-sources">
          <Glyph name="advice" />
          <span>{t("same", { kept: number(kept.id), again: number(again.id) })}</span>
          <Button size="small" onClick={() => merge(kept.id, again.id)}>
            {t("merge")}
          </Button>
        </p>
      ))}
      {merged !== undefined && <Merged number={merged} onUndo={undo} onClose={() => setMerged(undefined)} />}
    </>
  );
}

interface MergedProps {
  readonly number: number;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

function Merged({ number, onUndo, onClose }: MergedProps) {
  const t = useTranslations("citation");
  const bringBack = () => {
    onUndo();
    onClose();
  };
  return (
    <output className="same-sources">
      <span>{t("merged", { kept: number })}</span>
      <Button look="quiet" size="small" onClick={bringBack}>
        {t("undo")}
      </Button>
      <Button look="quiet" size="small" onClick={onClose}>
        {t("close")}
      </Button>
    </output>
  );
}
