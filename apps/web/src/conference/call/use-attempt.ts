import type { ConferenceRefusalReason } from "@consilium/conference";
import { ConferenceRefused } from "@consilium/conference-client";
import { useCallback, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import type { CallNow } from "./call-context.ts";

const said = [
  "no-right",
  "not-here",
  "not-waiting",
  "somebody-presents",
  "ended",
  "no-media",
  "not-all-agreed",
  "not-asked",
  "cannot-record",
] as const;
type Said = (typeof said)[number];

/** The reasons that mean something to who pressed a button. */
export const sayable = (reason: ConferenceRefusalReason): Said | "other" =>
  said.find((one) => one === reason) ?? "other";

/** Asks the room for something; a refusal becomes a sentence. */
export function useAttempt(): Pick<CallNow, "attempt" | "notDone" | "forget"> {
  const t = useTranslations("call");
  const [notDone, setNotDone] = useState<string | null>(null);
  const attempt = useCallback(
    (act: () => Promise<unknown>) => {
      setNotDone(null);
      act().catch((cause: unknown) => {
        const reason = cause instanceof ConferenceRefused ? sayable(cause.reason) : "other";
        setNotDone(t("notDone", { reason: t(`refused.${reason}`) }));
      });
    },
    [t],
  );
  const forget = useCallback(() => setNotDone(null), []);
  return useMemo(() => ({ attempt, notDone, forget }), [attempt, notDone, forget]);
}
