import { useTranslations } from "use-intl";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { type SeatedPerson, useEndSeat } from "./people-api.ts";

export interface EndPlaceDialogProps {
  readonly person: SeatedPerson;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What happens is said before it does. */
export function EndPlaceDialog({ person, isOpen, onClose, onDone }: EndPlaceDialogProps) {
  const t = useTranslations("people");
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={person.own ? t("endOwnTitle") : t("endTitle", { name: person.name })}
    >
      <Confirm person={person} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

function Confirm({ person, onClose, onDone }: Omit<EndPlaceDialogProps, "isOpen">) {
  const t = useTranslations("people");
  const { mutate, isPending, error } = useEndSeat(() => {
    onClose();
    onDone();
  });
  return (
    <>
      <p>{person.own ? t("endOwnText") : t("endText", { name: person.name })}</p>
      {error && <Banner tone="stop" title={error.message} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t("keep")}</Button>
        <Button isDanger disabled={isPending} onClick={() => mutate(person.seat)}>
          {t("endAct")}
        </Button>
      </div>
    </>
  );
}
