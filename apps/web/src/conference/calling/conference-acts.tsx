import { useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { ButtonLink } from "../../design/button-link.tsx";
import { Button } from "../../design/button.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { calendarOf, type Conference } from "./conferences-query.ts";
import { InviteDialog } from "./invite-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";

export interface ConferenceActsProps {
  readonly conference: Conference;
}

/** What can be done about a conference that is still to come. */
export function ConferenceActs({ conference }: ConferenceActsProps) {
  const t = useTranslations("conferences.list");
  const { caseId, seat } = useCase();
  const { id: conferenceId, may, state } = conference;
  return (
    <div className="conference-acts">
      {may.come && (
        <ButtonLink
          to="/cases/$caseId/conference/$conferenceId"
          params={{ caseId, conferenceId }}
          look="filled"
        >
          {t("goIn")}
        </ButtonLink>
      )}
      <Changes conference={conference} />
      {state === "scheduled" && (
        <a className="conference-file" href={calendarOf({ caseId, seat }, conference)} download>
          {t("calendar")}
        </a>
      )}
    </div>
  );
}

function Changes({ conference }: ConferenceActsProps) {
  const t = useTranslations("conferences.one");
  const [asked, ask] = useState<"move" | "cancel" | "invite">();
  const close = () => ask(undefined);
  // Whoever may let guests in asks people of the case too, also while it goes on.
  const { change, inviteGuest } = conference.may;
  return (
    <>
      {change && <Button onClick={() => ask("move")}>{t("move")}</Button>}
      {inviteGuest && <Button onClick={() => ask("invite")}>{t("invite")}</Button>}
      {change && (
        <Button look="quiet" onClick={() => ask("cancel")}>
          {t("cancel")}
        </Button>
      )}
      {asked === "move" && <MoveDialog conference={conference} onClose={close} />}
      {asked === "invite" && <InviteDialog conference={conference} onClose={close} />}
      {asked === "cancel" && <CancelDialog conferenceId={conference.id} onClose={close} />}
    </>
  );
}
