import { IconHandStop } from "@tabler/icons-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Dialog } from "../../design/dialog.tsx";
import { Glyph } from "../../design/glyph.tsx";
import { strong } from "../../patient/strong.tsx";
import { useLive, useOwnDevices, useRoom } from "../room/live-context.ts";
import { Picture } from "../room/picture.tsx";
import { largeOne, othersInside, sentBy } from "../room/room-state.ts";
import { useServerNow } from "../room/use-server-now.ts";
import { LineQuality } from "./call-bar.tsx";
import { CallNotes } from "./call-notes.tsx";
import type { CallParts } from "./call-page.tsx";
import { SharedScreen } from "./middle.tsx";
import { PhoneControls } from "./phone-controls.tsx";
import { PictureNote } from "./picture-note.tsx";
import { RecordingSign } from "./recording-sign.tsx";
import { minutesSince } from "./spent.ts";
import { Face } from "./tile.tsx";
import { useBegun } from "./use-begun.ts";
import { useFocusFirst } from "./use-focus-first.ts";
import { useOnlyPicture } from "./use-only-picture.ts";
import { useShown } from "./use-shown.ts";

/** On a telephone: who speaks is large, oneself small, and what is shown below. */
export function CallPhone({ middle, stage, notes }: CallParts) {
  const t = useTranslations("call");
  const { on, shared } = middle;
  const first = useFocusFirst();
  const [areNotesOpen, setNotesOpen] = useState(false);
  return (
    <div className="call call-phone" data-box>
      <Head />
      <CallNotes />
      <main
        ref={first}
        id="content"
        tabIndex={-1}
        className="phone-main"
        data-faces={on === "faces" || undefined}
      >
        <Large />
        {on === "screen" && shared && <SharedScreen stream={shared} />}
        <div ref={stage} className="call-stage" hidden={on !== "stage"} />
      </main>
      <PhoneControls middle={middle} {...(notes !== null && { onNotes: () => setNotesOpen(true) })} />
      {notes !== null && (
        <Dialog isOpen={areNotesOpen} onClose={() => setNotesOpen(false)} title={t("notes")}>
          {notes}
        </Dialog>
      )}
    </div>
  );
}

function Head() {
  const t = useTranslations("call");
  const { about } = useLive();
  const begun = useBegun();
  const now = useServerNow(1000);
  return (
    <header className="phone-head">
      <h1 className="visually-hidden">{about.title}</h1>
      <span className="call-live" role="timer">
        <Glyph name="in-progress" />
        {t("minutes", { minutes: minutesSince(begun, now) })}
      </span>
      <RecordingSign />
    </header>
  );
}

/** Who of the others speaks, and who else is here. */
function Large() {
  const t = useTranslations("call");
  const room = useRoom();
  const peer = largeOne(room);
  const camera = peer && sentBy(room, peer.seat, "camera");
  const place = useShown(camera?.producer);
  useOnlyPicture(camera?.producer);
  return (
    <section className="phone-large" aria-label={t("people")}>
      <div ref={place} className="phone-picture">
        {peer ? <Face peer={peer} producer={camera?.producer} /> : <p>{t("alone")}</p>}
      </div>
      {peer && (
        <div className="phone-names">
          <p>{t.rich(room.speaker === peer.seat ? "speaks" : "faces", { name: peer.name, b: strong })}</p>
          <With but={peer.seat} />
          <Hands />
          <LineQuality isFaultOnly />
        </div>
      )}
      <Small />
      <output className="phone-note">
        <PictureNote isShort />
      </output>
    </section>
  );
}

/** More names than these would hide the picture that they stand on. */
const most = 4;

function With({ but }: { readonly but: string }) {
  const t = useTranslations("call");
  const format = useFormatter();
  const names = othersInside(useRoom()).flatMap(({ seat, name }) => (seat === but ? [] : [name]));
  if (names.length === 0) return null;
  if (names.length <= most) return <p>{t("with", { names: format.list(names) })}</p>;
  const first = names.slice(0, most - 1);
  return <p>{t("withMore", { names: first.join(", "), others: names.length - first.length })}</p>;
}

/** There are no tiles on which one would see them. */
function Hands() {
  const t = useTranslations("call");
  const format = useFormatter();
  const names = othersInside(useRoom()).flatMap(({ handSince, name }) => (handSince === null ? [] : [name]));
  return (
    names.length > 0 && (
      <p className="phone-hands">
        <IconHandStop size="1.125rem" stroke={1.75} aria-hidden className="tile-hand" />
        {t("handsUp", { names: format.list(names) })}
      </p>
    )
  );
}

/** Oneself. */
function Small() {
  const t = useTranslations("call");
  const { camera } = useOwnDevices();
  if (camera.is !== "on") return null;
  return (
    <div className="phone-self">
      <Picture track={camera.track} label={t("you")} isMirrored />
    </div>
  );
}
