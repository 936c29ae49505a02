import { longestTemplateText, placeholder, type TemplatedSection } from "@consilium/clinical";
import { IconForms, IconTemplate } from "@tabler/icons-react";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { refusedMark } from "./template-fields.ts";
import { Theirs } from "./theirs.tsx";
import { WordsField } from "./words-field.tsx";

export interface SectionWordsProps {
  readonly section: TemplatedSection;
  readonly words: string;
  readonly language: string;
  /** What comes along for it; undefined: nothing. */
  readonly comingAlong: string | undefined;
  /** Where both changed it. */
  readonly theirs: { readonly by: string | undefined; readonly words: string } | undefined;
  readonly onChange: (words: string) => void;
  readonly onTakeTheirs: () => void;
}

const look = { size: "1.0625rem", stroke: 1.75, "aria-hidden": true } as const;

/** What one section of an opinion can begin with. */
export function SectionWords({ section, words, language, theirs, ...rest }: SectionWordsProps) {
  const t = useTranslations("programme");
  const label = useTranslations("opinion.section")(section);
  const { area, putIn, begin } = useArea(words, rest.onChange);
  const mark = refusedMark(words);
  const comingAlong = words.trim() === "" ? rest.comingAlong : undefined;
  return (
    <>
      <WordsField
        ref={area}
        label={label}
        value={words}
        language={language}
        longest={longestTemplateText}
        error={mark === undefined ? undefined : t("refusedMark", { mark })}
        onChange={rest.onChange}
        tools={<Tools label={label} comingAlong={comingAlong} onBegin={begin} onPlace={putIn} />}
      />
      {theirs && <Theirs label={label} {...theirs} language={language} onTake={rest.onTakeTheirs} />}
    </>
  );
}

interface ToolsProps {
  /** Of the section. */
  readonly label: string;
  readonly comingAlong: string | undefined;
  readonly onBegin: (words: string) => void;
  readonly onPlace: (piece: string) => void;
}

function Tools({ label, comingAlong, onBegin, onPlace }: ToolsProps) {
  const t = useTranslations("programme.template");
  return (
    <span className="programme-tools">
      {comingAlong !== undefined && (
        <Button
          size="small"
          look="quiet"
          icon={<IconTemplate {...look} />}
          aria-label={t("beginIn", { section: label })}
          onClick={() => onBegin(comingAlong)}
        >
          {t("begin")}
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        icon={<IconForms {...look} />}
        aria-label={t("placeIn", { place: placeholder, section: label })}
        onClick={() => onPlace(placeholder)}
      >
        {t("place", { place: placeholder })}
      </Button>
    </span>
  );
}

/** What the buttons below the words do to them; the caret stays in them. */
function useArea(words: string, onChange: (words: string) => void) {
  const area = useRef<HTMLTextAreaElement>(null);
  const set = (next: string, caret: number) => {
    flushSync(() => onChange(next));
    area.current?.focus();
    area.current?.setSelectionRange(caret, caret);
  };
  return {
    area,
    begin: (text: string) => set(text, 0),
    /** In the place of what is chosen, or at the caret. */
    putIn: (piece: string) => {
      const { selectionStart: from, selectionEnd: to } = area.current ?? {
        selectionStart: 0,
        selectionEnd: 0,
      };
      set(words.slice(0, from) + piece + words.slice(to), from + piece.length);
    },
  };
}
