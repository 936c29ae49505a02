import {
  IconDots,
  IconHandStop,
  IconMicrophone,
  IconMicrophoneOff,
  IconNotes,
  IconPhoneOff,
  IconPresentation,
  IconScreenShare,
  IconVideo,
  IconVideoOff,
} from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Menu } from "../../design/menu.tsx";
import { useConferenceRoom } from "../room-context.ts";
import { useLive, useRoom } from "../room/live-context.ts";
import { useCall } from "./call-context.ts";
import { ControlButton } from "./control-button.tsx";
import { MoreItems, useMore } from "./more.tsx";
import { useHand } from "./use-hand.ts";
import type { MiddleOfCall } from "./use-middle.ts";
import { useOwnSwitches } from "./use-own-switches.ts";

const look = { size: "1.25rem", stroke: 1.75, "aria-hidden": true } as const;

interface ControlsProps {
  readonly middle: MiddleOfCall;
  readonly notes?: { readonly isOpen: boolean; readonly toggle: () => void };
}

/** Below a call on a desk. */
export function Controls({ middle, notes }: ControlsProps) {
  const t = useTranslations("call");
  const { client } = useLive();
  const more = useMore();
  return (
    <footer className="call-controls">
      <h2 className="visually-hidden">{t("controls")}</h2>
      <OwnControls />
      <PresentControl middle={middle} />
      <ScreenControl />
      <HandControl />
      {notes && (
        <ControlButton icon={<IconNotes {...look} />} isOn={notes.isOpen} onClick={notes.toggle}>
          {t("notes")}
        </ControlButton>
      )}
      <Menu
        target={
          <button type="button" className="control">
            <IconDots {...look} />
            {t("more")}
          </button>
        }
      >
        <MoreItems more={more} />
      </Menu>
      <ControlButton isLeaving icon={<IconPhoneOff {...look} />} onClick={() => void client.leave()}>
        {t("leave")}
      </ControlButton>
      {more.dialogs}
    </footer>
  );
}

/** One's microphone and one's camera. */
function OwnControls() {
  const t = useTranslations("call");
  const { isHeard, isSeen, toggleMuted, toggleCamera } = useOwnSwitches();
  return (
    <>
      <ControlButton
        icon={isHeard ? <IconMicrophone {...look} /> : <IconMicrophoneOff {...look} />}
        keys="M"
        isOff={!isHeard}
        onClick={toggleMuted}
      >
        {isHeard ? t("mute") : t("unmute")}
      </ControlButton>
      <ControlButton
        icon={isSeen ? <IconVideo {...look} /> : <IconVideoOff {...look} />}
        keys="V"
        isOff={!isSeen}
        label={isSeen ? t("turnCameraOff") : t("turnCameraOn")}
        onClick={toggleCamera}
      >
        {t("camera")}
      </ControlButton>
    </>
  );
}

/** Begins to show something of the case: what is open, or what is opened next. */
function PresentControl({ middle }: Pick<ControlsProps, "middle">) {
  const t = useTranslations("call");
  const { attempt } = useCall();
  const { own, presented, may, present, stopPresenting } = useConferenceRoom();
  if (!may.includes("present")) return null;
  const isShowing = presented?.seat === own;
  return (
    <ControlButton
      icon={<IconPresentation {...look} />}
      isOn={isShowing}
      onClick={() => {
        if (isShowing) return attempt(stopPresenting);
        middle.choose("stage");
        attempt(() => present(null));
      }}
    >
      {isShowing ? t("stopPresenting") : t("present")}
    </ControlButton>
  );
}

function ScreenControl() {
  const t = useTranslations("call");
  const { may, carrying } = useRoom();
  const { screen } = useCall();
  if (!may.includes("share-screen") || !screen.isPossible || carrying !== "there") return null;
  const isSharing = screen.track !== undefined;
  return (
    <ControlButton
      icon={<IconScreenShare {...look} />}
      isOn={isSharing}
      onClick={isSharing ? screen.end : () => void screen.begin()}
    >
      {isSharing ? t("stopSharing") : t("shareScreen")}
    </ControlButton>
  );
}

function HandControl() {
  const t = useTranslations("call");
  const { isUp, toggle } = useHand();
  return (
    <ControlButton icon={<IconHandStop {...look} />} keys="H" isOn={isUp} onClick={toggle}>
      {isUp ? t("lowerHand") : t("hand")}
    </ControlButton>
  );
}
