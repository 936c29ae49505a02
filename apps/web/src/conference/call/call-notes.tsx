import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { useLive, useOwnDevices, useRoom } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";
import { CallNote } from "./call-note.tsx";
import { WhoWaits } from "./who-waits.tsx";

/** What whoever is in should know just now; nothing where all is well. */
export function CallNotes() {
  return (
    <div className="call-notes">
      <LineNote />
      <WhoWaits />
      <MutedNote />
      <PictureNote />
      <NotDone />
    </div>
  );
}

function LineNote() {
  const t = useTranslations("conference.call");
  const door = useTranslations("conference.door.media");
  const { client } = useLive();
  const { line, carrying, media } = useRoom();
  if (line === "lost")
    return (
      <CallNote title={t("lost")} isUrgent>
        {t("lostText")}
      </CallNote>
    );
  if (media.is !== "ready") return <CallNote title={door(media.is)} />;
  if (carrying !== "failed") return null;
  const again = (
    <Button size="small" onClick={() => void client.tryAgain()}>
      {t("tryAgain")}
    </Button>
  );
  return (
    <CallNote title={t("noMedia")} action={again} isUrgent>
      {t("noMediaText")}
    </CallNote>
  );
}

function MutedNote() {
  const t = useTranslations("conference.call");
  const { mutedBy, peers } = useRoom();
  const { isInterrupted } = useOwnDevices();
  if (isInterrupted) return <CallNote title={t("interrupted")}>{t("interruptedText")}</CallNote>;
  const name = peers.get(mutedBy ?? "")?.name;
  if (name === undefined) return null;
  return <CallNote title={t("mutedBy", { name })}>{t("mutedByText")}</CallNote>;
}

/** Sound goes before pictures: on a bad line the person is asked. */
function PictureNote() {
  const t = useTranslations("conference.call");
  const { quality, arePicturesOff, turnPictures } = useCall();
  const { line } = useRoom();
  if (arePicturesOff)
    return (
      <CallNote
        title={t("picturesAreOff")}
        action={
          <Button size="small" onClick={() => turnPictures(false)}>
            {t("picturesOn")}
          </Button>
        }
      />
    );
  if (line !== "open" || quality.line !== "bad") return null;
  return (
    <CallNote
      title={t("badLine")}
      action={
        <Button size="small" onClick={() => turnPictures(true)}>
          {t("picturesOff")}
        </Button>
      }
    >
      {t("badLineText")}
    </CallNote>
  );
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
