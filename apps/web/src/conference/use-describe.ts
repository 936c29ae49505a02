import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { initialsOf } from "../app/initials.ts";
import { usePeople } from "../case/case-context.ts";
import { type PersonColour, personColours } from "../design/person-colour.ts";
import type { Conference } from "./calling/conferences-query.ts";
import type { Describe } from "./room/live-context.ts";

/** Somebody of a conference by their seat in the case, or as the guest that they were invited as. */
export function useDescribe({ guests }: Pick<Conference, "guests">): Describe {
  const people = usePeople();
  const roles = useTranslations("workspace.role");
  const t = useTranslations("door");
  return useCallback(
    ({ seat, name, party }) => {
      const guest = guests.find((one) => one.seat === seat);
      const person = people.get(seat);
      if (guest)
        return {
          person: strangerAs(seat, name),
          role: t(`guestKind.${guest.kind}`),
          note: guest.language === null ? null : t("interprets", { language: guest.language }),
        };
      if (!person) return { person: strangerAs(seat, name), role: t(`party.${party}`), note: null };
      return { person, role: person.profession ?? roles(person.role), note: null };
    },
    [guests, people, roles, t],
  );
}

/** Somebody of whom no more is known than a name; their colour comes from their seat, and stays. */
export const strangerAs = (seat: string, name: string) => ({
  name,
  initials: initialsOf(name),
  colour: colourOfSeat(seat),
  side: "clinic" as const,
});

const colourOfSeat = (seat: string): PersonColour =>
  personColours[
    Array.from({ length: seat.length }, (_, at) => seat.charCodeAt(at)).reduce((sum, code) => sum + code, 0) %
      personColours.length
  ] ?? "slate";
