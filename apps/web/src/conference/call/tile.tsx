import type { Peer } from "@consilium/conference";
import { IconHandStop, IconMicrophoneOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "../../design/avatar.tsx";
import { useLive, useOwnDevices, useReceived, useRoom } from "../room/live-context.ts";
import { Picture } from "../room/picture.tsx";
import { sentBy } from "../room/room-state.ts";
import { useCall } from "./call-context.ts";
import { QualityBars } from "./quality-bars.tsx";
import { TileMenu } from "./tile-menu.tsx";
import { Unreceived } from "./unreceived.tsx";
import { useShown } from "./use-shown.ts";

const sign = { size: "0.9375rem", stroke: 1.75, "aria-hidden": true } as const;

/** Somebody else who is in. */
export function Tile({ peer }: { readonly peer: Peer }) {
  const t = useTranslations("call");
  const room = useRoom();
  const camera = sentBy(room, peer.seat, "camera");
  const place = useShown(camera?.producer);
  const spoken = sentBy(room, peer.seat, "microphone");
  return (
    <figure
      className="tile"
      data-speaks={room.speaker === peer.seat || undefined}
      data-away={peer.at === "reconnecting" || undefined}
    >
      <div ref={place} className="tile-picture">
        <Face peer={peer} producer={camera?.producer} />
      </div>
      {peer.at === "reconnecting" && <p className="tile-away">{t("lineLost")}</p>}
      <figcaption>
        <span dir="auto">{peer.name}</span>
        <span className="tile-signs">
          {peer.handSince !== null && (
            <Sign word={t("handUp")}>
              <IconHandStop {...sign} className="tile-hand" />
            </Sign>
          )}
          {spoken?.paused && (
            <Sign word={t("muted")}>
              <IconMicrophoneOff {...sign} />
            </Sign>
          )}
          <PeerQuality peer={peer} />
        </span>
      </figcaption>
      <TileMenu peer={peer} />
    </figure>
  );
}

interface FaceProps {
  readonly peer: Peer;
  readonly producer: string | undefined;
}

/** Their picture, or who they are. */
export function Face({ peer, producer }: FaceProps) {
  const t = useTranslations("call");
  const { describe } = useLive();
  const { arePicturesOff } = useCall();
  const received = useReceived().get(producer ?? "");
  const isSeen = received !== undefined && !arePicturesOff;
  return (
    <>
      {/* Behind the picture, for as long as none has come. */}
      <Avatar person={describe(peer).person} size={36} isDecoration />
      {isSeen && <Picture track={received.track} label={t("pictureOf", { name: peer.name })} />}
      <Unreceived seat={peer.seat} of={arePicturesOff ? ["microphone"] : ["camera", "microphone"]} />
    </>
  );
}

/** Said only where it is not good. */
function PeerQuality({ peer }: { readonly peer: Peer }) {
  const t = useTranslations("call");
  const { quality } = useCall();
  const received = useReceived();
  const room = useRoom();
  const spoken = sentBy(room, peer.seat, "microphone");
  const track = received.get(spoken?.producer ?? "")?.track.id;
  const grade = quality.tracks.get(track ?? "") ?? "good";
  if (grade === "good") return null;
  return <QualityBars grade={grade} label={t(`qualityOf.${grade}`, { name: peer.name })} />;
}

/** Oneself. */
export function OwnTile() {
  const t = useTranslations("call");
  const { describe } = useLive();
  const { camera, microphone, isMuted } = useOwnDevices();
  const { peers, own, speaker } = useRoom();
  const peer = peers.get(own ?? "");
  return (
    <figure className="tile" data-speaks={(own !== null && speaker === own) || undefined}>
      <div className="tile-picture">
        {camera.is === "on" ? (
          <Picture track={camera.track} label={t("you")} isMirrored />
        ) : (
          peer && <Avatar person={describe(peer).person} size={36} isDecoration />
        )}
      </div>
      <figcaption>
        <span>{t("you")}</span>
        <span className="tile-signs">
          {(peer?.handSince ?? null) !== null && (
            <Sign word={t("handUp")}>
              <IconHandStop {...sign} className="tile-hand" />
            </Sign>
          )}
          {(isMuted || microphone.is !== "on") && (
            <Sign word={t("muted")}>
              <IconMicrophoneOff {...sign} />
            </Sign>
          )}
        </span>
      </figcaption>
    </figure>
  );
}

/** A sign on a tile, and its word for who does not see it. */
function Sign({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <span title={word}>
      {children}
      <span className="visually-hidden">{word}</span>
    </span>
  );
}
