import { audiencesFor, type LayerTarget, parseDocumentName } from "@consilium/clinical";
import { assembleThreads, type Layer, type Thread } from "@consilium/workspace";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useCase } from "../case/case-context.ts";
import type { DocumentState } from "../case/document-state.ts";
import { useDocument, useDocuments } from "../case/use-document.ts";
import { partiesOf } from "./parties.ts";
import { versionThreadsQuery, withOwn } from "./version-threads.ts";

export interface AllThreads {
  readonly threads: readonly Thread[];
  /** Everything that this seat may read has arrived. */
  readonly isComplete: boolean;
}

/** Every thread of the case that this seat reads, on whatever target, in the order of their making. */
export function useAllThreads(): AllThreads {
  const { detail, people, caseId, seat } = useCase();
  const states = useDocuments(detail.layers);
  const tick = useLayerChanges(states);
  const [opinion] = detail.opinions;
  const version = opinion?.version ?? undefined;
  const query = versionThreadsQuery({ caseId, opinionId: opinion?.id ?? "", n: version ?? 0, seat });
  const { data: shown, isPending } = useQuery({ ...query, enabled: version !== undefined });
  const accepted = useAccepted(opinion && version === undefined ? `opinion.${opinion.id}` : undefined);
  return useMemo(() => {
    const reader = { seatId: detail.seat.id, audiences: audiencesFor(detail.seat.role) };
    const layers = openLayers(detail.layers, states);
    const targets = new Set<LayerTarget>(layers.map(({ name }) => name.target));
    const own = [...targets].flatMap((target) =>
      assembleThreads(
        layers.filter(({ name }) => name.target === target),
        reader,
        partiesOf(target, detail, people, accepted),
      ),
    );
    const arrived = states.every(
      (state) => state.phase === "ended" || (state.phase === "open" && state.synced),
    );
    return {
      threads: withOwn(shown ?? [], own),
      isComplete: arrived && (version === undefined || !isPending),
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `tick` stands for the content of the layers.
  }, [detail, people, states, tick, shown, isPending, version, accepted]);
}

function openLayers(names: readonly string[], states: readonly DocumentState[]): readonly Layer[] {
  return names.flatMap((text, at) => {
    const name = parseDocumentName(text);
    const state = states[at];
    return name?.kind === "layer" && state?.phase === "open" ? [{ name, doc: state.doc }] : [];
  });
}

/** Counts the changes of layers: their content is no state of React. */
function useLayerChanges(states: readonly DocumentState[]): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const docs = states.flatMap((state) => (state.phase === "open" ? [state.doc] : []));
    const count = () => setTick((now) => now + 1);
    for (const doc of docs) doc.on("update", count);
    return () => {
      for (const doc of docs) doc.off("update", count);
    };
  }, [states]);
  return tick;
}

/** Whether a suggestion stands in the opinion. Only who reads it live knows; nobody else is shown suggestions as open. */
function useAccepted(name: string | undefined): (id: string) => boolean {
  const state = useDocument(name ?? "none");
  return useMemo(() => {
    const accepted = state.phase === "open" ? state.doc.getMap<unknown>("accepted") : undefined;
    return (id) => accepted?.has(id) ?? false;
  }, [state]);
}
