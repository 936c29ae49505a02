import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/text-field.tsx";
import { opinionSections, type Snippet, type SnippetInput, useSaveSnippet } from "./snippet-api.ts";

export interface SnippetFormProps {
  readonly begun: Partial<Snippet>;
  /** In characters; undefined: not known yet. */
  readonly longest: number | undefined;
  /** Saved, or left. */
  readonly onDone: () => void;
}

/** One snippet. What is wrong is said before anything is sent, and what was written stays. */
export function SnippetForm({ begun, longest = Infinity, onDone }: SnippetFormProps) {
  const t = useTranslations("snippet");
  const { name = "", section = null, text = "" } = begun;
  const [input, setInput] = useState<SnippetInput>({ name, section, text });
  const [isTried, setTried] = useState(false);
  const { mutate, error, isPending } = useSaveSnippet(onDone);
  const [lacksName, lacksText] = [input.name.trim() === "", input.text.trim() === ""];
  const isTooLong = input.text.length > longest;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!lacksName && !lacksText && !isTooLong) mutate({ id: begun.id, json: input });
  };
  return (
    <form className="snippet-form" onSubmit={save}>
      <p className="snippet-note">{t("note")}</p>
      <TextField
        label={t("name")}
        value={input.name}
        maxLength={80}
        error={isTried && lacksName ? t("nameLacks") : undefined}
        data-autofocus
        onChange={({ currentTarget: { value } }) => setInput({ ...input, name: value })}
      />
      <SectionField section={input.section} onChange={(next) => setInput({ ...input, section: next })} />
      <WordsOfSnippet
        text={input.text}
        standing={{ isTooLong, lacksText: isTried && lacksText, longest, length: input.text.length }}
        onChange={(next) => setInput({ ...input, text: next })}
      />
      {error && <Banner tone="stop" title={error.message} />}
      <div className="dialog-actions">
        <Button onClick={onDone}>{t("cancel")}</Button>
        <Button type="submit" look="filled" offReason={isPending ? t("saving") : undefined}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

interface SectionFieldProps {
  readonly section: SnippetInput["section"];
  readonly onChange: (section: SnippetInput["section"]) => void;
}

function SectionField({ section, onChange }: SectionFieldProps) {
  const t = useTranslations("snippet");
  const sections = useTranslations("opinion.section");
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{t("section")}</label>
      <select
        id={id}
        value={section ?? ""}
        onChange={({ target }) => onChange(opinionSections.find((name) => name === target.value) ?? null)}
      >
        <option value="">{t("anySection")}</option>
        {opinionSections.map((name) => (
          <option key={name} value={name}>
            {sections(name)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface WordsOfSnippetProps {
  readonly text: string;
  readonly standing: TextStanding;
  readonly onChange: (text: string) => void;
}

function WordsOfSnippet({ text, standing, onChange }: WordsOfSnippetProps) {
  const t = useTranslations("snippet");
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{t("text")}</label>
      <textarea
        id={id}
        rows={8}
        dir="auto"
        value={text}
        aria-describedby={`${id}-hint`}
        aria-invalid={standing.lacksText || standing.isTooLong}
        onChange={({ currentTarget: { value } }) => onChange(value)}
      />
      <p id={`${id}-hint`} className="snippet-note">
        {textNote(t, standing)}
      </p>
    </div>
  );
}

interface TextStanding {
  readonly isTooLong: boolean;
  readonly lacksText: boolean;
  readonly longest: number;
  readonly length: number;
}

function textNote(
  t: ReturnType<typeof useTranslations<"snippet">>,
  { isTooLong, lacksText, longest, length }: TextStanding,
): string {
  if (isTooLong) return t("tooLong", { length, longest });
  return t(lacksText ? "textLacks" : "textHint");
}
