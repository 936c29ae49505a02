import { itemsOf, type ItemKind, sectionRoot, type SectionOf } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import type { Doc } from "yjs";
import { ReadingItem } from "./reading-item.tsx";
import { ReadingText } from "./reading-text.tsx";

/** The structured things that stand under a section's text. */
const itemsIn: Partial<Record<SectionOf<"opinion">, readonly ItemKind[]>> = {
  findings: ["finding"],
  assessment: ["differential"],
  answers: ["answer"],
  options: ["option"],
  recommendations: ["recommendation", "citation"],
  redflags: ["red-flag"],
};

export interface ReadingSectionProps {
  readonly doc: Doc;
  readonly section: SectionOf<"opinion">;
}

/** A section of the opinion and its items. One in which nothing stands is left out. */
export function ReadingSection({ doc, section }: ReadingSectionProps) {
  const t = useTranslations("opinion");
  const fragment = doc.getXmlFragment(sectionRoot(section));
  const items = (itemsIn[section] ?? []).flatMap((kind) => itemsOf(doc, kind));
  if (fragment.length === 0 && items.length === 0) return null;
  return (
    <section className="reading-section" id={`section-${section}`}>
      <h2>{t(`section.${section}`)}</h2>
      {fragment.length > 0 && <ReadingText doc={doc} fragment={fragment} where={{ section }} />}
      {items.length > 0 && (
        <ol className="reading-items">
          {items.map((item) => (
            <ReadingItem key={item.id} doc={doc} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}
