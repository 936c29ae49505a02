import { IconPlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { SourceTools } from "../citations/source-tools.tsx";
import { useDesk } from "../desk-context.ts";
import { ItemCard } from "./item-card.tsx";
import type { OpinionItemKind } from "./item-forms.ts";
import { useItemEdits } from "./use-item-edits.ts";
import { useItems } from "./use-items.ts";

export interface ItemListProps {
  readonly kind: OpinionItemKind;
  /** Under its own name: the section holds another kind too. */
  readonly isNamed: boolean;
}

export function ItemList({ kind, isNamed }: ItemListProps) {
  const t = useTranslations("opinion");
  const { doc, isEditable } = useDesk();
  const items = useItems(doc, kind);
  const { add } = useItemEdits();
  const [removed, setRemoved] = useState<string>();
  const [fresh, setFresh] = useState<string>();
  useFocusOn(fresh);
  if (items.length === 0 && !isEditable) return null;
  return (
    <div className="items">
      {isNamed && <h3>{t(`items.${kind}`)}</h3>}
      <ol className="items-list" aria-label={t(`items.${kind}`)}>
        {items.map((item, at) => (
          <ItemCard
            key={item.id}
            item={item}
            kind={kind}
            number={at + 1}
            among={items}
            onRemoved={() => setRemoved(t(`item.${kind}`, { number: String(at + 1) }))}
          />
        ))}
      </ol>
      {removed !== undefined && <Removed name={removed} onClose={() => setRemoved(undefined)} />}
      {kind === "citation" && isEditable && <SourceTools sources={items} />}
      {isEditable && (
        <Button
          look="quiet"
          icon={<IconPlus size="1.0625rem" stroke={1.75} aria-hidden />}
          onClick={() => setFresh(add(kind))}
        >
          {t(`add.${kind}`)}
        </Button>
      )}
    </div>
  );
}

/** The cursor goes to the first field of what was just added. */
function useFocusOn(id: string | undefined) {
  useEffect(() => {
    if (id === undefined) return;
    document
      .getElementById(`item-${id}`)
      ?.querySelector<HTMLElement>("[contenteditable=true], input, select")
      ?.focus();
  }, [id]);
}

/** What was taken away can be brought back at once, and by the keys of undo as long as the text lies open. */
function Removed({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const t = useTranslations("opinion");
  const { undo } = useItemEdits();
  const bringBack = () => {
    undo();
    onClose();
  };
  return (
    <output className="item-removed">
      {t("removed", { item: name })}{" "}
      <Button look="quiet" size="small" onClick={bringBack}>
        {t("undoRemove")}
      </Button>
      <Button look="quiet" size="small" onClick={onClose}>
        {t("close")}
      </Button>
    </output>
  );
}
