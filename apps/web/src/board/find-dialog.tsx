import "./find.css";
import { Link, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "../design/dialog.tsx";
import type { BoardItem } from "./board-query.ts";
import { findCases } from "./find-cases.ts";
import { FoundCase } from "./found-case.tsx";

export interface FindDialogProps {
  readonly items: readonly BoardItem[];
  readonly onClose: () => void;
}

/** A case of the board, by words: the arrow keys choose among what is found, Enter opens it. */
export function FindDialog({ items, onClose }: FindDialogProps) {
  const t = useTranslations("board.find");
  const id = useId();
  const { sought, seek, found, chosen, open, press } = useFound(items);
  const idOf = (item: BoardItem) => `${id}-${item.id}`;
  return (
    <Dialog isOpen title={t("title")} onClose={onClose} width={34}>
      <input
        className="find-field"
        role="combobox"
        aria-label={t("title")}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-found`}
        aria-activedescendant={chosen && idOf(chosen)}
        autoComplete="off"
        data-autofocus
        value={sought}
        onChange={({ target }) => seek(target.value)}
        onKeyDown={press}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A `datalist` shows one line of text, and opens nothing. */}
      <div className="find-found" id={`${id}-found`} role="listbox" aria-label={t("found")}>
        {found.map((item) => (
          <FoundCase
            key={item.id}
            id={idOf(item)}
            item={item}
            isChosen={item === chosen}
            onOpen={() => open(item)}
          />
        ))}
      </div>
      {found.length === 0 && <NothingFound />}
      <output className="visually-hidden">{t("count", { count: found.length })}</output>
    </Dialog>
  );
}

function NothingFound() {
  const t = useTranslations("board.find");
  return (
    <p className="find-none">
      {t("none")} <Link to="/cases">{t("list")}</Link>
    </p>
  );
}

function useFound(items: readonly BoardItem[]) {
  const navigate = useNavigate();
  const [{ sought, at }, look] = useState({ sought: "", at: 0 });
  const found = findCases(items, sought);
  const chosen = found[at];
  const open = ({ id: caseId }: BoardItem) =>
    void navigate({ to: "/cases/$caseId/triage", params: { caseId } });
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") look({ sought, at: Math.min(at + 1, Math.max(found.length - 1, 0)) });
    else if (event.key === "ArrowUp") look({ sought, at: Math.max(at - 1, 0) });
    else if (event.key === "Enter" && chosen) open(chosen);
    else return;
    event.preventDefault();
  };
  return { sought, seek: (words: string) => look({ sought: words, at: 0 }), found, chosen, open, press };
}
