import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";

/** What the server refused, said where it can be mended. */
export interface GiveRefusal {
  readonly ofEmail?: string;
  readonly other?: string;
}

export function useGiveRefusal(error: Error | null): GiveRefusal | undefined {
  const t = useTranslations("people.refused");
  if (!error) return undefined;
  switch (error instanceof Refused ? error.reason : undefined) {
    case "no-such-person":
      return { ofEmail: t("nobody") };
    // The day is looked at before it is sent.
    case "malformed-request":
      return { ofEmail: t("notWhole") };
    case "already-so":
      return { ofEmail: t("already") };
    // Of an account that takes part in no case: whoever may not let in has no button.
    case "no-right":
      return { ofEmail: t("noPart") };
    case undefined:
    default:
      return { other: error.message };
  }
}
