import "./calling.css";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { ChoiceList } from "../../design/choice-list.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { TextField } from "../../design/text-field.tsx";
import { RefusedLine } from "../../opinion/sharing/refused-line.tsx";
import { type InvitedGuest, useInviteGuest } from "./conferences-query.ts";
import { type MadeLink, GuestLinkMade } from "./guest-link-made.tsx";

export interface GuestDialogProps {
  readonly conferenceId: string;
  readonly onClose: () => void;
}

/** Somebody without an account: who they are, and then the link, which is shown only once. */
export function GuestDialog({ conferenceId, onClose }: GuestDialogProps) {
  const t = useTranslations("conferences.guest");
  const [made, setMade] = useState<MadeLink>();
  return (
    <Dialog isOpen onClose={onClose} title={made ? t("made", { name: made.name }) : t("inviteTitle")}>
      {made ? (
        <GuestLinkMade made={made} onClose={onClose} />
      ) : (
        <GuestForm conferenceId={conferenceId} onMade={setMade} />
      )}
    </Dialog>
  );
}

interface GuestFormProps {
  readonly conferenceId: string;
  readonly onMade: (made: MadeLink) => void;
}

const nobody: InvitedGuest = { name: "", kind: "interpreter", language: null, email: null };
const kinds = ["interpreter", "relative", "outside-doctor"] as const;

function GuestForm({ conferenceId, onMade }: GuestFormProps) {
  const t = useTranslations("conferences.guest");
  const [guest, setGuest] = useState(nobody);
  const { mutate, isPending, error } = useInviteGuest(conferenceId);
  const give = (more: Partial<InvitedGuest>) => setGuest((before) => ({ ...before, ...more }));
  const off = missingOf(guest);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (off || isPending) return;
    const asked = tidy(guest);
    mutate(asked, { onSuccess: ({ link }) => onMade({ link, name: asked.name, email: asked.email }) });
  };
  return (
    <form className="conference-form" onSubmit={send}>
      <p className="conference-quiet">{t("lede")}</p>
      <TextField
        label={t("name")}
        value={guest.name}
        maxLength={120}
        onChange={({ currentTarget }) => give({ name: currentTarget.value })}
      />
      <ChoiceList
        legend={t("kind")}
        isRow
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={guest.kind}
        onChoose={(kind) => give({ kind })}
      />
      <MoreOfGuest guest={guest} onGive={give} />
      <RefusedLine error={error} />
      <div className="dialog-actions">
        <Button type="submit" look="filled" offReason={off && t(`off.${off}`)}>
          {t("act")}
        </Button>
      </div>
    </form>
  );
}

interface MoreOfGuestProps {
  readonly guest: InvitedGuest;
  readonly onGive: (more: Partial<InvitedGuest>) => void;
}

function MoreOfGuest({ guest, onGive }: MoreOfGuestProps) {
  const t = useTranslations("conferences.guest");
  return (
    <>
      {guest.kind === "interpreter" && (
        <TextField
          label={t("language")}
          value={guest.language ?? ""}
          maxLength={60}
          onChange={({ currentTarget }) => onGive({ language: currentTarget.value })}
        />
      )}
      <TextField
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        value={guest.email ?? ""}
        maxLength={254}
        onChange={({ currentTarget }) => onGive({ email: currentTarget.value })}
      />
    </>
  );
}

function missingOf({ name, email }: InvitedGuest): "name" | "email" | undefined {
  if (name.trim() === "") return "name";
  const address = (email ?? "").trim();
  return address === "" || /^\S+@\S+\.\S+$/u.test(address) ? undefined : "email";
}

const tidy = ({ name, kind, language, email }: InvitedGuest): InvitedGuest => ({
  name: name.trim(),
  kind,
  language: kind === "interpreter" ? language?.trim() || null : null,
  email: email?.trim() || null,
});
