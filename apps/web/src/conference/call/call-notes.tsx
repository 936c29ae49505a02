import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { useLive, useOwnDevices, useRoom } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";
import { CallNote } from "./call-note.tsx";
import { RecordingNote } from "./recording-note.tsx";
import { UnsentNote } from "./unsent-note.tsx";
import { WhoWaits } from "./who-waits.tsx";

/** What whoever is in should know just now; nothing where all is well. */
export function CallNotes({ children }: { readonly children?: ReactNode }) {
  return (
    <div className="call-notes" aria-live="polite">
      <LineNote />
      <WhoWaits />
      <RecordingNote />
      <SoundNote />
      <MutedNote />
      <UnsentNote />
      {children}
      <SharingNote />
      <NotDone />
    </div>
  );
}

function LineNote() {
  const t = useTranslations("call");
  const door = useTranslations("door.media");
  const { client } = useLive();
  const { line, carrying, media } = useRoom();
  if (line === "lost")
    return (
      <CallNote title={t("lost")} isUrgent>
        {t("lostText")}
      </CallNote>
    );
  const again = (
    <Button size="small" onClick={() => void client.tryAgain()}>
      {t("tryAgain")}
    </Button>
  );
  if (media.is !== "ready")
    return (
      <CallNote title={door(media.is)} action={media.is === "unavailable" && again}>
        {t(`mediaText.${media.is}`)}
      </CallNote>
    );
  if (carrying !== "failed") return null;
  return (
    <CallNote title={t("noMedia")} action={again} isUrgent>
      {t("noMediaText")}
    </CallNote>
  );
}

function SoundNote() {
  const t = useTranslations("call");
  const { isSoundBlocked, blockSound } = useCall();
  if (!isSoundBlocked) return null;
  const turnOn = (
    <Button size="small" onClick={() => blockSound(false)}>
      {t("turnSoundOn")}
    </Button>
  );
  return <CallNote title={t("soundBlocked")} action={turnOn} />;
}

function MutedNote() {
  const t = useTranslations("call");
  const { mutedBy, peers } = useRoom();
  const { isInterrupted } = useOwnDevices();
  if (isInterrupted) return <CallNote title={t("interrupted")}>{t("interruptedText")}</CallNote>;
  const name = peers.get(mutedBy ?? "")?.name;
  if (name === undefined) return null;
  return <CallNote title={t("mutedBy", { name })}>{t("mutedByText")}</CallNote>;
}

/** Nobody forgets that the others see their screen. */
function SharingNote() {
  const t = useTranslations("call");
  const { screen } = useCall();
  if (!screen.track) return null;
  const stop = (
    <Button size="small" onClick={screen.end}>
      {t("stopSharing")}
    </Button>
  );
  return <CallNote title={t("youShare")} action={stop} />;
}

function NotDone() {
  const t = useTranslations("app");
  const { notDone, forget } = useCall();
  if (notDone === null) return null;
  return (
    <CallNote
      title={notDone}
      isUrgent
      action={
        <Button size="small" onClick={forget}>
          {t("close")}
        </Button>
      }
    />
  );
}
