import "./call.css";
import type { ReactNode, RefCallback } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../../app/document-title.tsx";
import { useIsWidth } from "../../design/width.ts";
import { CallAround } from "./call-around.tsx";
import { CallDesk } from "./call-desk.tsx";
import { CallPhone } from "./call-phone.tsx";
import { Sounds } from "./sounds.tsx";
import { useKept } from "./use-kept.ts";
import { type MiddleOfCall, useMiddle } from "./use-middle.ts";

export interface CallPageProps {
  /** What is shown, or what one looks at oneself. It stays as it is where a turned device has another layout. */
  readonly stage: ReactNode;
  readonly notes: ReactNode | null;
}

export interface CallParts {
  readonly middle: MiddleOfCall;
  /** For the element that is the room of the stage. */
  readonly stage: RefCallback<HTMLElement>;
  readonly notes: ReactNode | null;
}

/** Behind the door: the others, what is shown, and what is written down. */
export function CallPage({ stage, notes }: CallPageProps) {
  const t = useTranslations("door");
  const isPhone = useIsWidth("narrow");
  const kept = useKept(stage);
  // Whoever turns their device goes on looking at what they chose.
  const middle = useMiddle();
  const parts = { middle, stage: kept.place, notes };
  return (
    <CallAround>
      <DocumentTitle page={t("page")} />
      <Sounds />
      {kept.portal}
      {isPhone ? <CallPhone {...parts} /> : <CallDesk {...parts} />}
    </CallAround>
  );
}
