import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";

export interface TheirsProps {
  /** Of what. */
  readonly label: string;
  /** Who saved it. */
  readonly by: string | undefined;
  readonly words: string;
  /** BCP 47, where they are words of a text. */
  readonly language?: string;
  readonly onTake: () => void;
}

/** What somebody else saved where I wrote too: mine stands in the form, theirs here. */
export function Theirs({ label, by = "", words, language, onTake }: TheirsProps) {
  const t = useTranslations("programme");
  return (
    // Whoever was refused is led here.
    <section className="programme-theirs" tabIndex={-1} aria-label={t("theirsOf", { label })}>
      <b>{t("theirs", { by })}</b>
      <blockquote lang={language} dir="auto" translate="no">
        {words.trim() === "" ? t("theirsEmpty") : words}
      </blockquote>
      <Button size="small" onClick={onTake}>
        {t("takeTheirs")}
      </Button>
    </section>
  );
}
