import type { Place } from "@consilium/workspace";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useShow } from "../drawn/looking-together.ts";
import { useCase } from "./case-context.ts";
import type { CasePerson } from "./people.ts";

export interface PersonPlace {
  readonly person: CasePerson;
  readonly at: Place;
}

/** Where the others are, as far as this seat may see it. */
export function usePresence(): readonly PersonPlace[] {
  const { client, people } = useCase();
  const places = useSyncExternalStore(client.presence.subscribe, client.presence.getSnapshot);
  return useMemo(
    () =>
      places.flatMap(({ seat, at }) => {
        const person = people.get(seat);
        return person && !person.isOwn ? [{ person, at }] : [];
      }),
    [places, people],
  );
}

/** Shows the others where this person is: a document's name, `records` or a record's id, and a place in it. */
export function useShowPlace(target: string, place: string | undefined): void {
  const show = useShow();
  useEffect(() => {
    show({ target, ...(place !== undefined && { place }) });
  }, [show, target, place]);
  useEffect(() => () => show(null), [show]);
}
