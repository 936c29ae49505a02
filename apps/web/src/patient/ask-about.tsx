import { IconMessageQuestion } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { chosenWords } from "./chosen-words.ts";
import { useReadingThreads } from "./reading-threads.ts";

export interface AskAboutProps {
  /** Where what is chosen stands in the text. */
  readonly wordsOf?: typeof chosenWords;
}

/** Rises in thumb's reach when words are chosen. By the keyboard words are chosen with F7, as in any text of the browser. */
export function AskAbout({ wordsOf = chosenWords }: AskAboutProps) {
  const t = useTranslations("patient");
  const { ask } = useReadingThreads();
  const chosen = useChosen(wordsOf);
  if (!ask || !chosen) return null;
  return (
    <div className="ask-about">
      {chosen === "too-long" ? (
        <output>{t("quoteTooLong")}</output>
      ) : (
        <Button
          look="filled"
          size="wide"
          icon={<IconMessageQuestion size="1.375rem" stroke={1.75} aria-hidden />}
          onClick={() => {
            ask(chosen);
            document.getSelection()?.removeAllRanges();
          }}
        >
          {t("askAbout")}
        </Button>
      )}
    </div>
  );
}

function useChosen(wordsOf: typeof chosenWords) {
  const [chosen, setChosen] = useState<ReturnType<typeof chosenWords>>();
  useEffect(() => {
    const follow = () => setChosen(wordsOf(document.getSelection()));
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [wordsOf]);
  return chosen;
}
