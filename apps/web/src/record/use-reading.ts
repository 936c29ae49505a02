import { type RefObject, useEffect, useMemo, useState } from "react";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { useFollowed, useShow } from "../drawn/looking-together.ts";
import { useOwnActs } from "../drawn/use-own-acts.ts";
import { isReading, readingName, readingOf, type ReadingPlace } from "./reading-place.ts";
import { bringToLine, readingIn, spotOf } from "./reading-sight.ts";
import type { OpenRecord } from "./record-places.ts";

/** Where somebody else reads in the record. */
export interface Reading {
  readonly person: CasePerson;
  readonly place: ReadingPlace;
}

export interface ReadingTogether {
  readonly readings: readonly Reading[];
  readonly following: string | undefined;
  readonly follow: (seat: string | undefined) => void;
  /** Where whoever is followed reads. */
  readonly followed: ReadingPlace | undefined;
}

/** The others see where this seat reads, and it may follow one of them until it does something itself. */
export function useReading(
  record: OpenRecord,
  body: RefObject<HTMLElement | null>,
  chosenValue: string | undefined,
): ReadingTogether {
  useShowReading(record, body, chosenValue);
  const readings = useReadings(record);
  const [following, follow] = useFollowed();
  const name = readings.find(({ person }) => person.seat === following)?.name;
  const followed = useMemo(() => readingOf(name), [name]);
  useOwnActs(body, () => follow(undefined));
  useEffect(() => {
    if (!followed) return undefined;
    // A chart that is shown because of it has been drawn by then.
    const frame = requestAnimationFrame(() => {
      const spot = body.current ? spotOf(body.current, followed) : undefined;
      if (spot) bringToLine(spot);
    });
    return () => cancelAnimationFrame(frame);
  }, [body, followed]);
  return { readings, following, follow, followed };
}

function useReadings({
  filed,
  id,
}: OpenRecord): readonly (Reading & { readonly name: string | undefined })[] {
  const others = usePresence();
  return useMemo(() => {
    if (!isReading(filed)) return [];
    return others.flatMap(({ person, at }) => {
      const place = at.target === id ? readingOf(at.place) : undefined;
      return place ? [{ person, place, name: at.place }] : [];
    });
  }, [others, filed, id]);
}

function useShowReading(
  { filed, id }: OpenRecord,
  body: RefObject<HTMLElement | null>,
  chosenValue: string | undefined,
): void {
  const show = useShow();
  const isShown = isReading(filed);
  const seen = useReadingName(body, isShown);
  const name = chosenValue === undefined ? seen : readingName({ is: "value", observation: chosenValue });
  useEffect(() => {
    if (isShown && name !== undefined) show({ target: id, place: name });
  }, [show, id, isShown, name]);
}

/** What is read now, as the presence names it. */
function useReadingName(body: RefObject<HTMLElement | null>, isWanted: boolean): string | undefined {
  const [name, setName] = useState<string>();
  useEffect(() => {
    const element = body.current;
    if (!element || !isWanted) return undefined;
    let waiting: number | undefined;
    const look = () => {
      waiting = undefined;
      const place = readingIn(element);
      setName(place && readingName(place));
    };
    const follow = () => {
      waiting ??= requestAnimationFrame(look);
    };
    // Whichever box scrolls: the page, or the record beside the text.
    const options = { capture: true, passive: true };
    document.addEventListener("scroll", follow, options);
    const resized = new ResizeObserver(follow);
    resized.observe(element);
    return () => {
      document.removeEventListener("scroll", follow, options);
      resized.disconnect();
      if (waiting !== undefined) cancelAnimationFrame(waiting);
    };
  }, [body, isWanted]);
  return name;
}
