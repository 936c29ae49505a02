import { useState } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../../app/document-title.tsx";
import { Banner } from "../../design/banner.tsx";
import { Button } from "../../design/button.tsx";
import { PageTitle } from "../../design/page-title.tsx";
import { useZoneWords } from "../calling/use-zone-words.ts";
import { useLive, useRoom } from "../room/live-context.ts";
import { isInside, ownPlace } from "../room/room-state.ts";
import { useServerNow } from "../room/use-server-now.ts";
import { AlreadyHere } from "./already-here.tsx";
import { Checks } from "./checks.tsx";
import { ClockNote } from "./clock-note.tsx";
import { OwnPicture } from "./own-picture.tsx";
import { type Timing, timingOf } from "./timing.ts";
import { useOpenDevices } from "./use-open-devices.ts";

/** Before the door: camera, microphone and speaker are looked at, and one sees who is here. */
export function Door() {
  const t = useTranslations("door");
  const timing = useTiming();
  const isFarAhead = timing.is === "farAhead";
  useOpenDevices();
  return (
    <div className="door">
      <DocumentTitle page={t("page")} />
      <PageTitle lede={<When timing={timing} />}>{t("title")}</PageTitle>
      <div className="door-columns">
        <section aria-label={t("choose.title")}>
          <OwnPicture />
          <Checks />
        </section>
        <div>
          <ClockNote />
          <MediaState />
          <AlreadyHere isFarAhead={isFarAhead} />
          <p className="door-note">{t("notRecorded")}</p>
          <Ways isFarAhead={isFarAhead} />
        </div>
      </div>
    </div>
  );
}

function useTiming(): Timing {
  const { startsAt, begunAt } = useLive().about;
  const { peers, line } = useRoom();
  const now = useServerNow(20_000);
  const isAnybodyIn = line === "open" ? [...peers.values()].some(isInside) : undefined;
  return timingOf({ startsAt, begunAt, isAnybodyIn }, now);
}

function When({ timing }: { readonly timing: Timing }) {
  const t = useTranslations("door.timing");
  const zone = useZoneWords();
  const { startsAt: at } = useLive().about;
  const { line } = useRoom();
  switch (timing.is) {
    case "early":
      return t("early", { at, minutes: timing.minutes });
    case "farAhead":
      return t("farAhead", { at, zone });
    case "running":
      return t("running", { at, since: timing.since });
    case "soon":
    case "begun":
      return t(timing.is, { at });
    case "past":
      return t(line === "open" ? "late" : "past", { at });
  }
}

/** That there is no video is said before one goes in, not found out inside. */
function MediaState() {
  const t = useTranslations("door.media");
  const { is } = useRoom().media;
  if (is === "ready") return null;
  return (
    <Banner tone="warn" title={t(is)}>
      {t(`${is}Text`)}
    </Banner>
  );
}

/** `isFarAhead`: nobody is to wait so long, so that going in is not the next step. */
function Ways({ isFarAhead }: { readonly isFarAhead: boolean }) {
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
      <Button look={isFarAhead ? "plain" : "filled"} size="wide" onClick={() => void go()}>
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
