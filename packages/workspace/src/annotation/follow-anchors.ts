import type { TextAnchor } from "./anchor.ts";
import type { DocumentIndex } from "./document-index.ts";
import type { FragmentIndex } from "./fragment-index.ts";
import { locateTextAnchor, type Resolution, type TextSpan } from "./resolve-text-anchor.ts";

/** Finds the anchors of one document again and again, each only when something changed that it depends on. */
export interface AnchorFollower {
  /** As `resolveTextAnchor`; the same object as long as nothing that matters to it changed. */
  readonly resolve: (anchor: TextAnchor) => Resolution<TextSpan>;
}

interface Known {
  readonly home: FragmentIndex | undefined;
  readonly revision: number;
  readonly isAtHome: boolean;
  readonly found: Resolution<TextSpan>;
}

/** What is remembered goes with the anchor itself. */
export function followAnchors(index: DocumentIndex): AnchorFollower {
  const known = new WeakMap<TextAnchor, Known>();
  const isStill = (last: Known, home: FragmentIndex | undefined): boolean =>
    last.revision === index.revision() || (last.isAtHome && last.home === home);
  return {
    resolve: (anchor) => {
      const home = index.place(anchor.where);
      const last = known.get(anchor);
      if (last && isStill(last, home)) return last.found;
      const located = locateTextAnchor(index, anchor);
      known.set(anchor, { home, revision: index.revision(), ...located });
      return located.found;
    },
  };
}
