import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { whereOf } from "./where-of.ts";

/** Where in what is shown somebody is, in words; undefined where there is no word for it. */
export function useWhereOf(seat: string, item: string | null): string | undefined {
  const t = useTranslations("conferences.stage.at");
  const names = useTranslations("opinion.section");
  const { client } = useCase();
  const places = useSyncExternalStore(client.presence.subscribe, client.presence.getSnapshot);
  const place = places.find((one) => one.seat === seat)?.at;
  const where = place && whereOf(item, place);
  if (!where) return undefined;
  return where.is === "section" ? names(where.section) : t(where.is, { number: where.number });
}
