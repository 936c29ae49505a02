import { useTranslations } from "use-intl";
import { Dialog } from "../design/dialog.tsx";
import { LetInForm } from "./let-in-form.tsx";
import type { Role } from "./people-api.ts";

export interface LetInDialogProps {
  readonly isOpen: boolean;
  /** As what this seat may let somebody in. */
  readonly roles: readonly Role[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A place for somebody who has an account. */
export function LetInDialog({ isOpen, roles, onClose, onDone }: LetInDialogProps) {
  const t = useTranslations("people");
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("letInTitle")} width={34}>
      <LetInForm roles={roles} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}
