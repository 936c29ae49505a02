import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { RefusedLine } from "../../opinion/sharing/refused-line.tsx";
import { type Conference, type Guest, useRenewLink, useWithdrawGuest } from "./conferences-query.ts";
import { GuestDialog } from "./guest-dialog.tsx";
import { GuestLinkMade, type MadeLink } from "./guest-link-made.tsx";

export interface GuestListProps {
  readonly conference: Conference;
}

/** Those who come by a link: whether they have opened it, another one, or none any more. */
export function GuestList({ conference }: GuestListProps) {
  const t = useTranslations("conferences.guest");
  const one = useTranslations("conferences.one");
  const { guests, may } = conference;
  const [isInviting, setInviting] = useState(false);
  if (guests.length === 0 && !may.inviteGuest) return null;
  return (
    <section className="conference-guests" aria-labelledby="conference-guests">
      <h2 id="conference-guests">{t("title")}</h2>
      {guests.length === 0 && <p className="conference-quiet">{t("none")}</p>}
      {guests.length > 0 && (
        <ul>
          {guests.map((guest) => (
            <GuestRow key={guest.id} conference={conference} guest={guest} />
          ))}
        </ul>
      )}
      {may.inviteGuest && <Button onClick={() => setInviting(true)}>{one("inviteGuest")}</Button>}
      {isInviting && <GuestDialog conferenceId={conference.id} onClose={() => setInviting(false)} />}
    </section>
  );
}

function GuestRow({ conference, guest }: GuestListProps & { readonly guest: Guest }) {
  const t = useTranslations("conferences.guest");
  const { name, kind, language, state } = guest;
  const as = t(`kinds.${kind}`);
  return (
    <li>
      <div>
        <b dir="auto">{name}</b>
        <p className="conference-quiet">
          {language === null ? as : t("as", { kind: as, language })} · {t(`state.${state}`)}
        </p>
      </div>
      {conference.may.inviteGuest && state !== "over" && <GuestActs conference={conference} guest={guest} />}
    </li>
  );
}

function GuestActs({ conference, guest: { id, name } }: GuestListProps & { readonly guest: Guest }) {
  const t = useTranslations("conferences.guest");
  const [made, setMade] = useState<MadeLink>();
  const renewing = useRenewLink(conference.id);
  const withdrawing = useWithdrawGuest(conference.id);
  const renew = () => renewing.mutate(id, { onSuccess: ({ link }) => setMade({ link, name, email: null }) });
  const isPending = renewing.isPending || withdrawing.isPending;
  return (
    <div className="conference-acts">
      <Button size="small" disabled={isPending} aria-label={t("renewLabel", { name })} onClick={renew}>
        {t("renew")}
      </Button>
      <Button
        size="small"
        look="quiet"
        disabled={isPending}
        aria-label={t("withdrawLabel", { name })}
        onClick={() => withdrawing.mutate(id)}
      >
        {t("withdraw")}
      </Button>
      <RefusedLine error={renewing.error ?? withdrawing.error} />
      <Dialog isOpen={made !== undefined} onClose={() => setMade(undefined)} title={t("made", { name })}>
        {made && <GuestLinkMade made={made} onClose={() => setMade(undefined)} />}
      </Dialog>
    </div>
  );
}
