import "./call.css";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../../app/document-title.tsx";
import { useIsWidth } from "../../design/width.ts";
import { CallAround } from "./call-around.tsx";
import { CallDesk } from "./call-desk.tsx";
import { CallPhone } from "./call-phone.tsx";
import { Sounds } from "./sounds.tsx";

export interface CallParts {
  /** What is shown, or what one looks at oneself. */
  readonly stage: ReactNode;
  readonly notes: ReactNode | null;
}

/** Behind the door: the others, what is shown, and what is written down. */
export function CallPage(parts: CallParts) {
  const t = useTranslations("door");
  const isPhone = useIsWidth("narrow");
  return (
    <CallAround>
      <DocumentTitle page={t("page")} />
      <Sounds />
      {isPhone ? <CallPhone {...parts} /> : <CallDesk {...parts} />}
    </CallAround>
  );
}
