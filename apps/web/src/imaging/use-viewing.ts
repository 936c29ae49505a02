import { useEffect, useMemo } from "react";
import { useCase } from "../case/case-context.ts";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { draftDrawing, draftShape } from "../drawn/draft-shape.ts";
import type { Drawing } from "../drawn/drawing.ts";
import type { SeriesFrame } from "./series-frames.ts";

/** Where somebody else looks in a study, and what they are drawing there. */
export interface Viewing {
  readonly person: CasePerson;
  readonly series: string;
  readonly instance: string;
  readonly frame: number;
  readonly draft: Drawing | undefined;
}

/** Shows the others which picture this seat looks at, and the shape under its hand. */
export function useShowPicture(
  record: string,
  series: string | undefined,
  picture: SeriesFrame | undefined,
  draft: Drawing | undefined,
): void {
  const { client } = useCase();
  useEffect(() => {
    if (!picture || series === undefined) return;
    client.showPlace({
      target: record,
      place: placeName(series, picture),
      ...(draft && { draft: draftShape(draft) }),
    });
  }, [client, record, series, picture, draft]);
}

export function useViewings(record: string): readonly Viewing[] {
  const others = usePresence();
  return useMemo(
    () =>
      others.flatMap(({ person, at }): Viewing[] => {
        const seen = at.target === record ? placeOf(at.place) : undefined;
        return seen ? [{ person, ...seen, draft: draftDrawing(at.draft) }] : [];
      }),
    [others, record],
  );
}

/** UIDs are at most 64 characters: the three fit into a place's 200. */
export const placeName = (
  series: string,
  { instance, frame }: Pick<SeriesFrame, "instance" | "frame">,
): string => `${series}/${instance}/${frame}`;

export function placeOf(name: string | undefined) {
  const [, series, instance, frame] = /^([0-9.]+)\/([0-9.]+)\/([0-9]+)$/.exec(name ?? "") ?? [];
  return series && instance && frame ? { series, instance, frame: Number(frame) } : undefined;
}
