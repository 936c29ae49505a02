import { useEffect, useMemo } from "react";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { useFollowed, useShow } from "../drawn/looking-together.ts";
import { useLatest } from "../thread/use-latest.ts";
import { type EcgRoom, useEcg } from "./ecg-context.ts";
import type { TracingShape } from "./tracing-mark.ts";
import { draftOf, shapeOfDraft, sightName, sightOf, type TracingSight } from "./tracing-place.ts";
import type { EcgPaper } from "./use-ecg-paper.ts";

/** Where somebody else looks in an ECG, and what they are drawing there. */
export interface TracingViewing {
  readonly person: CasePerson;
  readonly sight: TracingSight;
  readonly draft: TracingShape | undefined;
}

/** Shows the others which part of the recording this seat looks at, and the shape under its hand. */
export function useShowSight(
  { record, tracing: { series, instance }, group }: EcgRoom,
  from: number,
  draft: TracingShape | undefined,
): void {
  const show = useShow();
  useEffect(() => {
    const place = sightName({ series, instance, group, from }, draft?.lead);
    show({ target: record, place, ...(draft && { draft: draftOf(draft) }) });
  }, [show, record, series, instance, group, from, draft]);
}

export function useTracingViewings(record: string): readonly TracingViewing[] {
  const others = usePresence();
  return useMemo(
    () =>
      others.flatMap(({ person, at }): TracingViewing[] => {
        const sight = at.target === record ? sightOf(at.place) : undefined;
        return sight ? [{ person, sight, draft: shapeOfDraft(at.draft, sight.lead) }] : [];
      }),
    [others, record],
  );
}

/** Follows somebody's sight of this recording; ends when one moves by oneself. */
export function useFollowing(viewings: readonly TracingViewing[], paper: EcgPaper) {
  const { tracing, openGroup } = useEcg();
  const [following, follow] = useFollowed();
  const sight = viewings.find(({ person }) => person.seat === following)?.sight;
  const seen = sight?.instance === tracing.instance ? sight : undefined;
  const { group, from } = seen ?? {};
  const latest = useLatest({ paper, openGroup });
  useEffect(() => {
    if (group !== undefined) latest.current.openGroup(group);
    if (from !== undefined) latest.current.paper.goTo(from);
  }, [group, from, latest]);
  return { following, follow, stop: () => follow(undefined) };
}
