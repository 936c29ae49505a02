import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import type { AvatarPerson } from "../design/avatar.tsx";
import { authorIn } from "../thread/author-in.ts";
import { useEcg } from "./ecg-context.ts";
import { shapeOfMark, type TracingShape } from "./tracing-mark.ts";
import { useTracingSays } from "./tracing-words.ts";
import type { TracingViewing } from "./use-tracing-viewing.ts";

/** A mark as it stands on the paper. */
export interface ShownTracing {
  readonly id: string;
  readonly shape: TracingShape;
  readonly author: AvatarPerson;
  /** On the plate, behind the initials. */
  readonly label: string;
  /** `draft`: it is being drawn. `lit`: the place of the link that was followed. */
  readonly look: "mark" | "own" | "draft" | "lit";
  readonly isOpen: boolean;
}

/** What is marked in the group that lies open, and the place of the link that was followed. */
export function useShownTracings(): readonly ShownTracing[] {
  const t = useTranslations("imaging");
  const { marks, group, lit } = useEcg();
  return useMemo(() => {
    const shown = marks.all.flatMap(({ id, anchor, author, words, isOwn, isOpen }): ShownTracing[] => {
      if (anchor.group !== group || !anchor.mark) return [];
      const label = [words, anchor.mark.says ?? ""].filter((part) => part !== "").join(", ");
      return [{ id, shape: shapeOfMark(anchor.mark), author, label, look: isOwn ? "own" : "mark", isOpen }];
    });
    if (lit?.group !== group || !lit.mark) return shown;
    const shape = shapeOfMark(lit.mark);
    if (shown.some((one) => isSame(one.shape, shape))) return shown;
    const author = { name: "", initials: "", colour: "slate", side: "clinic" } as const;
    const label = lit.mark.says ?? t("useAsEvidence");
    return [...shown, { id: "lit", shape, author, label, look: "lit", isOpen: true }];
  }, [marks.all, group, lit, t]);
}

const isSame = (one: TracingShape, other: TracingShape): boolean =>
  one.tool === other.tool &&
  one.lead === other.lead &&
  one.points.flat().every((part, at) => part === other.points.flat()[at]);

/** What is being drawn here, by this seat and by others who look at the same curves. */
export function useTracingDrafts(
  viewings: readonly TracingViewing[],
  own: TracingShape | undefined,
): readonly ShownTracing[] {
  const { detail, people } = useCase();
  const { tracing, group } = useEcg();
  const says = useTracingSays();
  const common = { look: "draft", isOpen: false } as const;
  const theirs = viewings.flatMap(({ person, sight, draft }): ShownTracing[] =>
    draft && sight.instance === tracing.instance && sight.group === group
      ? [{ ...common, id: `draft ${person.seat}`, shape: draft, author: person, label: "" }]
      : [],
  );
  if (!own) return theirs;
  const channels = tracing.waveform.groups[group - 1]?.channels ?? [];
  const unit = channels.find(({ name }) => name === own.lead)?.unit ?? "uV";
  const author = authorIn(people, detail.seat.id);
  return [
    ...theirs,
    { ...common, id: "draft", shape: own, author, label: says(own, unit) ?? "", isOpen: true },
  ];
}
