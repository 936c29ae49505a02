import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "use-intl";

const keys = ["Ctrl", "K"] as const;

/** Looks like the field that it opens. */
export function FindButton({ onClick }: { readonly onClick: () => void }) {
  const t = useTranslations("board.find");
  return (
    <button
      type="button"
      className="find-button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={onClick}
    >
      <IconSearch size="1.0625rem" stroke={1.75} aria-hidden />
      <span>{t("title")}</span>
      <span className="find-keys" aria-hidden="true" translate="no">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
    </button>
  );
}
