import { type Section, sectionRoot } from "@consilium/workspace";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { Doc, Transaction } from "yjs";
import { usePresence } from "../case/use-presence.ts";

/** Milliseconds between two summaries at least. */
const pause = 10_000;

export interface RemoteSummaryProps {
  readonly doc: Doc;
  readonly name: string;
  readonly sections: readonly Section[];
}

/** For a screen reader: where others have changed the text, said when the reader pauses, at most every 10 s. */
export function RemoteSummary({ doc, name, sections }: RemoteSummaryProps) {
  const t = useTranslations("opinion");
  const format = useFormatter();
  const others = usePresence();
  const [changed, setChanged] = useState<readonly Section[]>([]);
  useEffect(() => gatherRemoteChanges(doc, sections, setChanged), [doc, sections]);
  const names = others
    .filter(({ at }) => at.target === name && changed.some((section) => section === at.place))
    .map(({ person }) => person.name);
  const places = format.list(changed.map((section) => t(`section.${section}`)));
  const sentence =
    names.length > 0
      ? t("changedBy", { name: format.list(names), sections: places })
      : t("changed", { sections: places });
  return <output className="visually-hidden">{changed.length > 0 && sentence}</output>;
}

/** Tells which sections others have changed, at most every 10 s. Returns how to stop. */
export function gatherRemoteChanges(
  doc: Doc,
  sections: readonly Section[],
  tell: (changed: readonly Section[]) => void,
): () => void {
  const gathered = new Set<Section>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = () => {
    timer = undefined;
    tell(sections.filter((section) => gathered.has(section)));
    gathered.clear();
  };
  const look = (transaction: Transaction) => {
    if (transaction.local) return;
    const changed = new Set<unknown>(transaction.changedParentTypes.keys());
    for (const section of sections) {
      if (changed.has(doc.getXmlFragment(sectionRoot(section)))) gathered.add(section);
    }
    if (gathered.size > 0) timer ??= setTimeout(say, pause);
  };
  doc.on("afterTransaction", look);
  return () => {
    clearTimeout(timer);
    doc.off("afterTransaction", look);
  };
}
