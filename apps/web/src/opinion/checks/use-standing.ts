import {
  type Check,
  createChecker,
  createReadability,
  type OpinionContent,
  type Readability,
} from "@consilium/clinical";
import { dayIn } from "@consilium/foundation";
import { uncovered } from "@consilium/report";
import { discussedItems, type Section, type Thread } from "@consilium/workspace";
import { useCallback, useContext, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useNow, useTimeZone } from "use-intl";
import type { Doc } from "yjs";
import { useCase } from "../../case/case-context.ts";
import { useFindTerms } from "../../case/use-glossary.ts";
import { useImagingHeld, useNeededAndMissing } from "../../record/inventory/use-inventory.ts";
import { ThreadsContext } from "../../thread/threads-context.ts";
import { type ContentWatch, type TextContent, watchContent } from "./content-watch.ts";
import { hasContent } from "./has-content.ts";

/** How a text stands, a moment behind the typing; the same value while none of it changes. */
export interface Standing {
  /** What is open before it can be signed; computed, never stored. */
  readonly checks: readonly Check[];
  /** The sections that hold anything. */
  readonly begun: readonly Section[];
  readonly words: number;
  /** How hard the plain summary is to read; undefined where nobody is told. */
  readonly ease: Readability | undefined;
}

/** Undefined: not read yet. `isChecked`: it is an opinion, and this seat signs it. */
export function useStanding(
  doc: Doc,
  sections: readonly Section[],
  isChecked: boolean,
): Standing | undefined {
  const content = useContent(doc, sections);
  const checks = useChecks(isChecked ? content : undefined);
  const ease = useEase(isChecked ? content : undefined);
  return useKept(
    content && {
      checks,
      begun: sections.filter((section) => hasContent(content, section)),
      words: Object.values(content.words).reduce((sum, count) => sum + count, 0),
      ease,
    },
  );
}

function useEase(content: OpinionContent | undefined): Readability | undefined {
  const { language } = useCase().detail;
  const read = useMemo(() => createReadability(language), [language]);
  const plain = content?.sections["plain"];
  return useMemo(() => (plain === undefined ? undefined : read(plain)), [plain, read]);
}

/** The words of a text. Undefined: not read yet. */
function useContent(doc: Doc, sections: readonly Section[]): TextContent | undefined {
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
  return useSyncExternalStore(subscribe, () => watch.current?.content.getSnapshot());
}

const none: readonly Check[] = [];
const noThreads: readonly Thread[] = [];

function useChecks(content: OpinionContent | undefined): readonly Check[] {
  const { detail, people } = useCase();
  const missingRecords = useNeededAndMissing();
  const discussed = useDiscussed();
  const imaging = useImagingHeld();
  const today = dayIn(useTimeZone() ?? "UTC", useNow());
  const findTerms = useFindTerms();
  const [check] = useState(createChecker);
  return useMemo(() => {
    if (!content) return none;
    return check(content, {
      questions: detail.questions,
      missingRecords,
      imaging,
      today,
      born: detail.patient.born,
      language: detail.language,
      discussed,
      findTerms,
      uncovered,
      seats: people,
    });
  }, [content, detail, missingRecords, imaging, today, discussed, findTerms, people, check]);
}

/** Items about which somebody who treats the patient has written in a thread. */
function useDiscussed(): ReadonlySet<string> {
  const { people } = useCase();
  // A workpad is nothing that anybody comments.
  const threads = useContext(ThreadsContext)?.threads ?? noThreads;
  return useMemo(() => {
    const treats = (seat: string) => {
      const role = people.get(seat)?.role;
      return role === "referrer" || role === "care-team";
    };
    return discussedItems(threads, treats);
  }, [people, threads]);
}

/** The earlier value while it says the same. */
function useKept<Value>(value: Value): Value {
  const [kept, setKept] = useState(value);
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept;
  setKept(value);
  return value;
}
