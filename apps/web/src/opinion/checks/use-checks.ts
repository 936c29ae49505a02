import { type Check, computeChecks, type OpinionContent } from "@consilium/clinical";
import type { Section } from "@consilium/workspace";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import { watchContent } from "./content-watch.ts";

const nothing: OpinionContent = { sections: {}, items: [] };
const never = () => () => {};

/** The words of a text, a moment behind the typing. */
export function useContent(doc: Doc, sections: readonly Section[]): OpinionContent {
  const [watch, setWatch] = useState<ReturnType<typeof watchContent>>();
  useEffect(() => {
    const next = watchContent(doc, sections);
    setWatch(next);
    return next.stop;
  }, [doc, sections]);
  return useSyncExternalStore(
    watch?.content.subscribe ?? never,
    () => watch?.content.getSnapshot() ?? nothing,
  );
}

/** What is open before the opinion can be signed; computed, never stored. */
export function useChecks(content: OpinionContent): readonly Check[] {
  const { detail } = useCase();
  return useMemo(() => {
    const missingRecords = detail.requests
      .filter(({ required, state }) => required && state !== "here")
      .map(({ what }) => what);
    return computeChecks(content, {
      questions: detail.questions,
      missingRecords,
      year: new Date().getFullYear(),
    });
  }, [content, detail.questions, detail.requests]);
}
