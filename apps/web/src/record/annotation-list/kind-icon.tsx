import type { RootKind } from "@consilium/workspace";
import {
  type Icon,
  IconHelpCircle,
  IconMarquee2,
  IconMessage,
  IconPencil,
  IconPointer,
  IconRuler2,
} from "@tabler/icons-react";

const icons: Readonly<Record<RootKind, Icon>> = {
  comment: IconMessage,
  question: IconHelpCircle,
  suggestion: IconPencil,
  mark: IconPointer,
  region: IconMarquee2,
  measure: IconRuler2,
};

/** In the order in which kinds are listed. */
export const listedKinds: readonly RootKind[] = [
  "comment",
  "question",
  "suggestion",
  "mark",
  "region",
  "measure",
];

/** Always beside the word. */
export function KindIcon({ kind }: { readonly kind: RootKind }) {
  const Drawn = icons[kind];
  return <Drawn size="1rem" stroke={1.75} aria-hidden />;
}
