import type { TemplatedSection, TemplateUse } from "@consilium/clinical";
import { isSectionEmpty, sectionRoot, templatesRoot, templateUseOf } from "@consilium/workspace";
import { useCallback, useSyncExternalStore } from "react";
import type { Doc } from "yjs";

/** Whether a section holds nothing yet; renders again only when that changes. */
export function useIsEmpty(doc: Doc, section: TemplatedSection): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const fragment = doc.getXmlFragment(sectionRoot(section));
      fragment.observeDeep(listener);
      return () => fragment.unobserveDeep(listener);
    },
    [doc, section],
  );
  return useSyncExternalStore(subscribe, () => isSectionEmpty(doc, section));
}

/** With which template a section was begun; undefined: with none. */
export function useBegunWith(doc: Doc, section: TemplatedSection): TemplateUse | undefined {
  const subscribe = useCallback(
    (listener: () => void) => {
      const uses = doc.getMap(templatesRoot);
      uses.observe(listener);
      return () => uses.unobserve(listener);
    },
    [doc],
  );
  // The map holds the same object as long as nobody sets another one.
  return useSyncExternalStore(subscribe, () => templateUseOf(doc, section));
}
