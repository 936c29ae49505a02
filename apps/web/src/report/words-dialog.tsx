import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/text-field.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";

export interface WordsDialogProps {
  readonly title: string;
  /** What comes of it. */
  readonly lede: string;
  readonly label: string;
  readonly hint?: string;
  /** Of the button that does it. */
  readonly act: string;
  readonly isDanger?: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
}

/** One step that wants a sentence: how somebody was told, why a report is corrected or taken back. */
export function WordsDialog(props: WordsDialogProps) {
  const { title, lede, label, hint, act, isDanger = false, isPending, error, onSend, onClose } = props;
  const t = useTranslations("report");
  const [words, setWords] = useState("");
  const off = words.trim() === "" ? t("sayWhy") : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isPending) onSend(words.trim());
  };
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form className="report-dialog" onSubmit={send}>
        <p>{lede}</p>
        <TextField
          label={label}
          hint={hint}
          value={words}
          maxLength={2000}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <RefusedLine error={error} />
        <div className="dialog-actions">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" look={isDanger ? "plain" : "filled"} isDanger={isDanger} offReason={off}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
