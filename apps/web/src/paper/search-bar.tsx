import { IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { TextField } from "../design/text-field.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import type { Search } from "./use-search.ts";

export interface SearchBarProps {
  readonly search: Search;
  readonly count: number;
  /** False: its first pages are pictures, as the record says. The search itself finds what the others hold. */
  readonly hasWords: boolean;
  readonly onClose: () => void;
}

/** Enter goes to the next place, Shift Enter to the one before, Escape back to the pages. */
export function SearchBar({ search, count, hasWords, onClose }: SearchBarProps) {
  const t = useTranslations("paper.search");
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") search.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="paper-search">
      <TextField
        label={t("field")}
        isLabelHidden
        placeholder={t("field")}
        type="search"
        value={search.sought}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- Opened by the person's own key or press, to search at once.
        autoFocus
        onChange={({ target }) => search.seek(target.value)}
        onKeyDown={press}
      />
      <StepButtons search={search} />
      <SearchStatus search={search} count={count} hasWords={hasWords} />
      <ToolbarButton icon={<IconX {...look} />} label={t("close")} keys="Escape" onClick={onClose} />
    </search>
  );
}

const look = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

function StepButtons({ search }: Pick<SearchBarProps, "search">) {
  const t = useTranslations("paper.search");
  const isNothing = search.found.length === 0;
  return (
    <>
      <ToolbarButton
        icon={<IconChevronUp {...look} />}
        label={t("previous")}
        keys="Shift+Enter"
        disabled={isNothing}
        onClick={() => search.step(-1)}
      />
      <ToolbarButton
        icon={<IconChevronDown {...look} />}
        label={t("next")}
        keys="Enter"
        disabled={isNothing}
        onClick={() => search.step(1)}
      />
    </>
  );
}

function SearchStatus({ search, count, hasWords }: Omit<SearchBarProps, "onClose">) {
  const t = useTranslations("paper.search");
  const { sought, found, now, read, without } = search;
  const isOver = read === count;
  const said = () => {
    if (sought.trim() === "") return hasWords ? "" : t("noWords");
    if (isOver && without === count) return t("noWords");
    if (found.length > 0) return t("count", { now: (now ?? 0) + 1, count: found.length });
    return isOver ? t("none") : "";
  };
  return (
    <div className="paper-search-status">
      <output>{said()}</output>
      {sought.trim() !== "" && read > 0 && !isOver && <small>{t("reading", { page: read, count })}</small>}
      {isOver && without > 0 && without < count && <small>{t("someWithout", { count: without })}</small>}
    </div>
  );
}
