import { createSeededRandom, secureRandom, systemClock, type Random } from "@consilium/foundation";
import {
  indexDocument,
  makeAnchor,
  type Section,
  sectionRoot,
  sectionsOf,
  writeLayer,
} from "@consilium/workspace";
import * as Y from "yjs";
import type { Place } from "../measuring/place.ts";
import { joinAsStockClient } from "../measuring/stock-client.ts";

/** The words that each section written here begins with. */
export const openingWords = "This section is long.";

const words =
  "nodule stable margin biopsy lobe node uptake growth volume nothing earlier later seen right left small".split(
    " ",
  );

/** So many characters more in that opinion, in these sections. Resolves when the server has them. */
export async function lengthen(
  place: Place,
  characters: number,
  sections: readonly Section[],
): Promise<number> {
  const { doc, leave, settled } = await joinAsStockClient(place);
  const random = createSeededRandom(1);
  for (const section of sections) {
    const paragraphs = writeParagraphs(Math.floor(characters / sections.length), random);
    doc.transact(() => doc.getXmlFragment(sectionRoot(section)).insert(0, paragraphs));
  }
  await settled();
  const bytes = Y.encodeStateAsUpdate(doc).length;
  leave();
  return bytes;
}

export const opinionSections: readonly Section[] = sectionsOf("opinion");

function writeParagraphs(characters: number, random: Random): Y.XmlElement[] {
  const paragraphs: Y.XmlElement[] = [];
  for (let written = 0; written < characters;) {
    const text = `${written === 0 ? openingWords : "Then"} ${Array.from({ length: 40 }, () => random.pick(words)).join(" ")} ${written}.`;
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    paragraphs.push(paragraph);
    written += text.length;
  }
  return paragraphs;
}

/**
 * So many comments on phrases of a section, spread evenly over it, in the layer of somebody's seat. `shift` is a part of the way from
 * one to the next: two people comment on different phrases.
 */
export async function comment(
  opinion: Place,
  layer: Place,
  section: string,
  count: number,
  shift: number,
): Promise<void> {
  const read = await joinAsStockClient(opinion);
  const own = await joinAsStockClient(layer);
  const index = indexDocument(read.doc);
  const where = { section };
  const length = index.place(where)?.text.length ?? 0;
  const writer = writeLayer(own.doc, { clock: systemClock, random: secureRandom });
  for (let made = 0; made < count; made += 1) {
    const at = Math.floor((length * (made + shift)) / count);
    const anchor = makeAnchor(index, where, at, at + 12);
    const added = anchor.ok && writer.addComment(anchor.value, `What about this, number ${made}?`);
    if (!added || !added.ok) throw new Error(`Comment ${made} was not made.`);
  }
  await own.settled();
  index.close();
  read.leave();
  own.leave();
}
