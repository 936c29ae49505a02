import { useTimeZone } from "use-intl";

/** The zone of whoever looks, as it is read: "America/New York". */
export const useZoneWords = (): string => zoneWords(useTimeZone() ?? "UTC");

export const zoneWords = (zone: string): string => zone.replaceAll("_", " ");
