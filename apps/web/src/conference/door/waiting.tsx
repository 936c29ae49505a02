import { useTranslations } from "use-intl";
import { DocumentTitle } from "../../app/document-title.tsx";
import { Button } from "../../design/button.tsx";
import { PageTitle } from "../../design/page-title.tsx";
import { useLive, useRoom } from "../room/live-context.ts";
import { AlreadyHere } from "./already-here.tsx";
import { Checks } from "./checks.tsx";
import { OwnPicture } from "./own-picture.tsx";

/** Somebody has asked to go in: there is nothing that they need to do. */
export function Waiting() {
  const t = useTranslations("door.waiting");
  const door = useTranslations("door");
  const { client } = useLive();
  const { peers, line } = useRoom();
  const isHostIn = [...peers.values()].some(({ party, at }) => party === "host" && at === "in");
  return (
    <div className="door">
      <DocumentTitle page={door("page")} />
      <output>
        <PageTitle lede={line === "open" ? (isHostIn ? t("text") : t("nobody")) : door("looking")}>
          {t("title")}
        </PageTitle>
      </output>
      <div className="door-columns">
        <section aria-label={door("choose.title")}>
          <OwnPicture />
          <Checks />
        </section>
        <div>
          <AlreadyHere hasAsked />
          <p className="door-note">{door("notRecorded")}</p>
          <div className="door-ways">
            <Button size="wide" onClick={() => void client.leave()}>
              {t("noLonger")}
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}
