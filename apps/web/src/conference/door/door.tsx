import { useState } from "react";
import { useNow, useTranslations } from "use-intl";
import { DocumentTitle } from "../../app/document-title.tsx";
import { Banner } from "../../design/banner.tsx";
import { Button } from "../../design/button.tsx";
import { PageTitle } from "../../design/page-title.tsx";
import { useLive, useRoom } from "../room/live-context.ts";
import { ownPlace } from "../room/room-state.ts";
import { AlreadyHere } from "./already-here.tsx";
import { Checks } from "./checks.tsx";
import { OwnPicture } from "./own-picture.tsx";
import { timingOf } from "./timing.ts";
import { useMediaState } from "./use-media-state.ts";
import { useOpenDevices } from "./use-open-devices.ts";

/** Before the door: camera, microphone and speaker are looked at, and one sees who is here. */
export function Door() {
  const t = useTranslations("door");
  useOpenDevices();
  return (
    <div className="door">
      <DocumentTitle page={t("page")} />
      <PageTitle lede={<When />}>{t("title")}</PageTitle>
      <div className="door-columns">
        <section aria-label={t("choose.title")}>
          <OwnPicture />
          <Checks />
        </section>
        <div>
          <AlreadyHere />
          <MediaState />
          <p className="door-note">{t("notRecorded")}</p>
          <Ways />
        </div>
      </div>
    </div>
  );
}

function When() {
  const t = useTranslations("door");
  const { about } = useLive();
  const now = useNow({ updateInterval: 20_000 });
  const timing = timingOf(about.startsAt, now);
  return timing.is === "early"
    ? t("timing.early", { at: about.startsAt, minutes: timing.minutes })
    : t(`timing.${timing.is}`, { at: about.startsAt });
}

/** That there is no video is said before one goes in, not found out inside. */
function MediaState() {
  const t = useTranslations("door.media");
  const is = useMediaState();
  if (is === "ready") return null;
  return <Banner tone="warn" title={t(is)} />;
}

function Ways() {
  const t = useTranslations("door");
  const { client, devices } = useLive();
  const room = useRoom();
  const [hasFailed, setFailed] = useState(false);
  const go = async (): Promise<void> => {
    setFailed(false);
    await client.goIn().catch(() => setFailed(true));
  };
  const isIn = ownPlace(room) === "in";
  const isHost = room.may.includes("admit");
  if (room.line !== "open") return <output className="door-line">{t("looking")}</output>;
  return (
    <div className="door-ways">
      {isIn && <p>{t("alreadyIn")}</p>}
      {hasFailed && <p role="alert">{t("notGoneIn")}</p>}
      <Button look="filled" size="wide" onClick={() => void go()}>
        {isIn ? t("goOnHere") : isHost ? t("goIn") : t("askToGoIn")}
      </Button>
      <Button
        size="wide"
        onClick={() => {
          devices.turnOff("camera");
          void go();
        }}
      >
        {t("withoutCamera")}
      </Button>
    </div>
  );
}
