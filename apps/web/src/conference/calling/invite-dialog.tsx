import "./calling.css";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../../case/case-context.ts";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { RefusedLine } from "../../opinion/sharing/refused-line.tsx";
import { type Conference, useInviteSeats } from "./conferences-query.ts";
import { whoCanCome } from "./who-can-come.ts";
import { WhoComes } from "./who-comes.tsx";

export interface InviteDialogProps {
  readonly conference: Conference;
  readonly onClose: () => void;
}

/** More people of the case. Whoever was asked stays asked. */
export function InviteDialog({ conference, onClose }: InviteDialogProps) {
  const t = useTranslations("conferences.one");
  const form = useTranslations("conferences.form");
  const people = usePeople();
  const [chosen, choose] = useState<readonly string[]>([]);
  const { mutate, isPending, error } = useInviteSeats(conference.id, onClose);
  const others = whoCanCome(people.values()).filter(({ seat }) => !conference.invited.includes(seat));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("inviteTitle")}
      actions={
        others.length > 0 && (
          <Button
            look="filled"
            disabled={isPending}
            offReason={chosen.length === 0 ? t("inviteOff") : undefined}
            onClick={() => mutate(chosen)}
          >
            {t("inviteAct")}
          </Button>
        )
      }
    >
      <div className="conference-form">
        {others.length === 0 ? (
          <p>{t("everybody")}</p>
        ) : (
          <WhoComes legend={form("who")} isLegendHidden people={others} chosen={chosen} onChoose={choose} />
        )}
        <RefusedLine error={error} />
      </div>
    </Dialog>
  );
}
