import "./coordination.css";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/text-field.tsx";

export interface ReasonDialogProps {
  readonly title: string;
  /** What comes of it. */
  readonly lede: string;
  /** Of the button that does it. */
  readonly act: string;
  readonly label?: string;
  readonly isDanger?: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** Why it cannot be sent yet, besides a missing reason. */
  readonly offReason?: string | undefined;
  /** Before the reason. */
  readonly children?: ReactNode;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

/** A step that wants a reason, which the people of the case read. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, lede, act, label, isDanger = false, isPending, error, children, onSend, onClose } = props;
  const t = useTranslations("coordination");
  const [reason, setReason] = useState("");
  const off = props.offReason ?? (reason.trim() === "" ? t("sayWhy") : undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!off && !isPending) onSend(reason.trim());
  };
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form className="coordination-form" onSubmit={send}>
        <p>{lede}</p>
        {children}
        <TextField
          label={label ?? t("why")}
          value={reason}
          maxLength={2000}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {error && <Banner tone="stop" title={error.message} />}
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
