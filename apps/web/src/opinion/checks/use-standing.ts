import { type Check, computeChecks, type OpinionContent } from "@consilium/clinical";
import type { Section } from "@consilium/workspace";
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { useNow } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import { useThreads } from "../../thread/threads-context.ts";
import { type ContentWatch, watchContent } from "./content-watch.ts";

const nothing: OpinionContent = { sections: {}, items: [] };

/** The words of a text, a moment behind the typing. */
export function useContent(doc: Doc, sections: readonly Section[]): OpinionContent {
  const watch = useRef<ContentWatch>(undefined);
  const subscribe = useCallback(
    (listener: () => void) => {
      const started = watchContent(doc, sections);
      watch.current = started;
      const unsubscribe = started.content.subscribe(listener);
      return () => {
        unsubscribe();
        started.stop();
        watch.current = undefined;
      };
    },
    [doc, sections],
  );
  return useSyncExternalStore(subscribe, () => watch.current?.content.getSnapshot() ?? nothing);
}

/** What is open before the opinion can be signed; computed, never stored. */
export function useChecks(content: OpinionContent): readonly Check[] {
  const { detail } = useCase();
  const discussed = useDiscussed();
  const year = useNow().getFullYear();
  return useMemo(() => {
    const missingRecords = detail.requests
      .filter(({ required, state }) => required && state !== "here")
      .map(({ what }) => what);
    return computeChecks(content, {
      questions: detail.questions,
      missingRecords,
      year,
      language: detail.language,
      discussed,
    });
  }, [content, detail.questions, detail.requests, detail.language, discussed, year]);
}

/** Items about which somebody who treats the patient has written in a thread. */
function useDiscussed(): ReadonlySet<string> {
  const { people } = useCase();
  const { threads } = useThreads();
  return useMemo(() => {
    const treats = (seat: string) => {
      const role = people.get(seat)?.role;
      return role === "referrer" || role === "care-team";
    };
    const found = threads.flatMap(({ anchor, by, replies }) => {
      if (anchor?.kind !== "text" || !("item" in anchor.where)) return [];
      return [by, ...replies.map((reply) => reply.by)].some(treats) ? [anchor.where.item] : [];
    });
    return new Set(found);
  }, [people, threads]);
}
