import type { Thread } from "@consilium/workspace";
import { useTranslations } from "use-intl";

/** Old words struck, new ones underlined, in the author's colour. */
export function SuggestedWords({ thread }: { readonly thread: Thread }) {
  const t = useTranslations("annotation");
  const { kind, replacement, anchor } = thread;
  if (kind !== "suggestion" || replacement === undefined) return null;
  const was = anchor?.kind === "text" ? anchor.quote.exact : "";
  return (
    <p className="suggested-words" dir="auto">
      <del>{was}</del> {replacement === "" ? <em>{t("leaveOut")}</em> : <ins>{replacement}</ins>}
    </p>
  );
}
