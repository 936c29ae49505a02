import { useTranslations } from "use-intl";
import { Refused } from "../../app/refused.ts";
import { Banner } from "../../design/banner.tsx";

/** Why the last thing that was said could not be kept. */
export function NotKept({ error }: { readonly error: Error | null }) {
  const t = useTranslations("record");
  if (!error) return null;
  return <Banner tone="stop" title={error instanceof Refused ? error.message : t("notAnswered")} />;
}
