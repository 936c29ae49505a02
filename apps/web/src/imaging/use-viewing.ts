import type { Place, Point } from "@consilium/workspace";
import { useEffect, useMemo } from "react";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { draftDrawing, draftShape } from "../drawn/draft-shape.ts";
import type { Drawing } from "../drawn/drawing.ts";
import { useShow } from "../drawn/looking-together.ts";
import { useLatest } from "../thread/use-latest.ts";
import type { SeriesFrame } from "./series-frames.ts";
import { lookOfView, type StackLook } from "./stack-look.ts";

/** Where somebody else looks in a study, and what they are drawing there. */
export interface Viewing {
  readonly person: CasePerson;
  readonly series: string;
  readonly instance: string;
  readonly frame: number;
  /** In three planes: the point of the patient at which they cross. */
  readonly point: Point | undefined;
  readonly draft: Drawing | undefined;
  /** Where they point on the picture, in its pixels. */
  readonly pointer: Place["pointer"];
  /** Of slices: how they are seen. */
  readonly look: StackLook | undefined;
}

interface Shown {
  readonly draft?: Drawing | undefined;
  readonly point?: Point | undefined;
  readonly view?: Place["view"] | undefined;
}

/** Shows the others which picture this seat looks at and how, the point in three planes, and the shape under its hand. */
export function useShowPicture(
  record: string,
  series: string | undefined,
  picture: SeriesFrame | undefined,
  { draft, point, view }: Shown,
): void {
  const show = useShow();
  const latest = useLatest(view);
  const viewKey = view && JSON.stringify(view);
  useEffect(() => {
    if (!picture || series === undefined) return;
    const seen = viewKey === undefined ? undefined : latest.current;
    show({
      target: record,
      place: placeName(series, picture, point),
      ...(seen && { view: seen }),
      ...(draft && { draft: draftShape(draft) }),
    });
  }, [show, record, series, picture, draft, point, viewKey, latest]);
}

export function useViewings(record: string): readonly Viewing[] {
  const others = usePresence();
  return useMemo(
    () =>
      others.flatMap(({ person, at }): Viewing[] => {
        const seen = at.target === record ? placeOf(at.place) : undefined;
        if (!seen) return [];
        const { draft, pointer, view } = at;
        return [{ person, ...seen, draft: draftDrawing(draft), pointer, look: lookOfView(view) }];
      }),
    [others, record],
  );
}

/** UIDs are at most 64 characters: with a point of tenths of millimetres they fit into a place's 200. */
export const placeName = (
  series: string,
  { instance, frame }: Pick<SeriesFrame, "instance" | "frame">,
  point?: Point,
): string => `${series}/${instance}/${frame}${point ? `/at/${point.join(",")}` : ""}`;

const placePattern = /^([0-9.]+)\/([0-9.]+)\/([0-9]+)(?:\/at\/(-?[0-9.]+),(-?[0-9.]+),(-?[0-9.]+))?$/;

export function placeOf(name: string | undefined) {
  const [, series, instance, frame, ...parts] = placePattern.exec(name ?? "") ?? [];
  if (!series || !instance || !frame) return undefined;
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = parts.map(Number);
  const point: Point | undefined = [x, y, z].every(Number.isFinite) ? [x, y, z] : undefined;
  return { series, instance, frame: Number(frame), point };
}
