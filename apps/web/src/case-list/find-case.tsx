import { IconSearch, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { useFindKey } from "../design/use-find-key.ts";
import "./find-case.css";

export interface FindCaseProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** Enter: opens the case that is chosen. */
  readonly onOpen: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

/** Searches the list. Ctrl K leads here from anywhere on it, Escape empties it. */
export function FindCase({ words, onWords, onOpen, onMove }: FindCaseProps) {
  const t = useTranslations("caseList.find");
  const field = useRef<HTMLInputElement>(null);
  useFindKey(() => field.current?.focus());
  return (
    <search className="find-case">
      <IconSearch size="1.125rem" stroke={1.75} aria-hidden />
      <input
        ref={field}
        type="search"
        value={words}
        maxLength={200}
        aria-label={t("label")}
        placeholder={t("label")}
        autoComplete="off"
        onChange={({ currentTarget }) => onWords(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onOpen();
          else if (event.key === "ArrowDown") onMove(1);
          else if (event.key === "ArrowUp") onMove(-1);
          else if (event.key === "Escape") onWords("");
          else return;
          event.preventDefault();
        }}
      />
      <KeysOrClear
        isEmpty={words === ""}
        onClear={() => {
          onWords("");
          field.current?.focus();
        }}
      />
    </search>
  );
}

interface KeysOrClearProps {
  readonly isEmpty: boolean;
  readonly onClear: () => void;
}

function KeysOrClear({ isEmpty, onClear }: KeysOrClearProps) {
  const t = useTranslations("caseList.find");
  if (!isEmpty)
    return (
      <ToolbarButton
        icon={<IconX size="1rem" stroke={1.75} aria-hidden />}
        label={t("clear")}
        onClick={onClear}
      />
    );
  return (
    <span className="find-case-keys" aria-hidden="true" translate="no">
      {["Ctrl", "K"].map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
