import {
  IconDots,
  IconHandStop,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconVideo,
  IconVideoOff,
} from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuItem } from "../../design/menu.tsx";
import { useConferenceRoom } from "../room-context.ts";
import { useLive, useRoom } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";
import { MoreItems, useMore } from "./more.tsx";
import { useHand } from "./use-hand.ts";
import type { MiddleOfCall } from "./use-middle.ts";
import { useOwnSwitches } from "./use-own-switches.ts";

const look = { size: "1.4375rem", stroke: 1.75, "aria-hidden": true } as const;

interface PhoneControlsProps {
  readonly middle: MiddleOfCall;
  readonly onNotes?: () => void;
}

/** Below a call on a telephone: five, in thumb's reach. */
export function PhoneControls({ middle, onNotes }: PhoneControlsProps) {
  const t = useTranslations("call");
  const { client } = useLive();
  const more = useMore();
  return (
    <footer className="phone-controls">
      <h2 className="visually-hidden">{t("controls")}</h2>
      <OwnRounds />
      <HandRound />
      <Menu
        target={
          <button type="button" className="round">
            <i>
              <IconDots {...look} />
            </i>
            {t("more")}
          </button>
        }
      >
        <MiddleItem middle={middle} />
        {onNotes && <MenuItem onClick={onNotes}>{t("notes")}</MenuItem>}
        <PresentItem />
        <MoreItems more={more} />
      </Menu>
      <Round icon={<IconPhoneOff {...look} />} isLeaving onClick={() => void client.leave()}>
        {t("leave")}
      </Round>
      {more.dialogs}
    </footer>
  );
}

/** One's microphone and one's camera. */
function OwnRounds() {
  const t = useTranslations("call");
  const { isHeard, isSeen, toggleMuted, toggleCamera } = useOwnSwitches();
  return (
    <>
      <Round
        icon={isHeard ? <IconMicrophone {...look} /> : <IconMicrophoneOff {...look} />}
        isOn={!isHeard}
        onClick={toggleMuted}
      >
        {isHeard ? t("mute") : t("unmute")}
      </Round>
      <Round
        icon={isSeen ? <IconVideo {...look} /> : <IconVideoOff {...look} />}
        label={isSeen ? t("turnCameraOff") : t("turnCameraOn")}
        isOn={!isSeen}
        onClick={toggleCamera}
      >
        {t("camera")}
      </Round>
    </>
  );
}

/** A clinician raises a hand, everybody else has a question. */
function HandRound() {
  const t = useTranslations("call");
  const { isUp, toggle } = useHand();
  const isHost = useRoom().may.includes("admit");
  const words = isHost ? (isUp ? t("lowerHand") : t("hand")) : isUp ? t("noQuestion") : t("question");
  return (
    <Round icon={<IconHandStop {...look} />} isOn={isUp} onClick={toggle}>
      {words}
    </Round>
  );
}

/** From faces to what is shown, and back. */
function MiddleItem({ middle: { on, choices, choose } }: Pick<PhoneControlsProps, "middle">) {
  const t = useTranslations("call");
  if (!choices.includes("stage")) return null;
  return (
    <MenuItem onClick={() => choose(on === "faces" ? "stage" : "faces")}>
      {on === "faces" ? t("records") : t("faceView")}
    </MenuItem>
  );
}

function PresentItem() {
  const t = useTranslations("call");
  const { attempt } = useCall();
  const { own, presented, may, present, stopPresenting } = useConferenceRoom();
  const isShowing = presented?.seat === own;
  const act = useMemo(
    () => (isShowing ? stopPresenting : () => present(null)),
    [isShowing, stopPresenting, present],
  );
  if (!may.includes("present")) return null;
  return <MenuItem onClick={() => attempt(act)}>{isShowing ? t("stopPresenting") : t("present")}</MenuItem>;
}

interface RoundProps {
  readonly icon: ReactNode;
  readonly label?: string;
  readonly isOn?: boolean;
  readonly isLeaving?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Round({ icon, label, isOn = false, isLeaving = false, onClick, children }: RoundProps) {
  return (
    <button
      type="button"
      className="round"
      aria-label={label}
      data-on={isOn || undefined}
      data-leaving={isLeaving || undefined}
      onClick={onClick}
    >
      <i>{icon}</i>
      {children}
    </button>
  );
}
