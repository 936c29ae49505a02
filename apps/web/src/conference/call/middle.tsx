import type { Stream } from "@consilium/conference";
import type { RefCallback } from "react";
import { useTranslations } from "use-intl";
import { Segmented } from "../../design/segmented.tsx";
import { strong } from "../../patient/strong.tsx";
import { useReceived, useRoom } from "../room/live-context.ts";
import { Picture } from "../room/picture.tsx";
import { Tiles } from "./tiles.tsx";
import { Unreceived } from "./unreceived.tsx";
import type { MiddleOfCall } from "./use-middle.ts";
import { useShown } from "./use-shown.ts";

interface MiddleProps {
  readonly middle: MiddleOfCall;
  readonly stage: RefCallback<HTMLElement>;
}

/** The middle of the screen. */
export function Middle({ middle, stage }: MiddleProps) {
  const { on, shared } = middle;
  return (
    <div className="call-middle">
      <Choice middle={middle} />
      {on === "faces" && <Tiles as="grid" />}
      {on === "screen" && shared && <SharedScreen stream={shared} />}
      {/* What one has opened stays open while one looks at faces. */}
      <div ref={stage} className="call-stage" hidden={on !== "stage"} />
    </div>
  );
}

function Choice({ middle: { on, choices, choose } }: Pick<MiddleProps, "middle">) {
  const t = useTranslations("call");
  if (choices.length < 2) return null;
  const names = { faces: t("faceView"), stage: t("records"), screen: t("sharedScreen") };
  return (
    <div className="call-choice">
      <Segmented
        label={t("middle")}
        options={choices.map((value) => ({ value, label: names[value] }))}
        value={on}
        onChange={choose}
      />
    </div>
  );
}

/** A screen that somebody shares, as it is. */
export function SharedScreen({ stream }: { readonly stream: Stream }) {
  const t = useTranslations("call");
  const { peers } = useRoom();
  const received = useReceived().get(stream.producer);
  const place = useShown(stream.producer);
  const name = peers.get(stream.seat)?.name ?? "";
  return (
    <div className="call-screen">
      <p className="call-shows">{t.rich("sharesScreen", { name, b: strong })}</p>
      <div ref={place} className="call-screen-picture">
        {received && <Picture track={received.track} label={t("screenOf", { name })} isWhole />}
        <Unreceived seat={stream.seat} of={["screen"]} />
      </div>
    </div>
  );
}
