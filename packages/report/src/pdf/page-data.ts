import { drawable } from "../glyphs/uncovered.ts";
import type { Layout, LayoutBlock } from "../layout/layout.ts";
import { voices } from "./fonts.ts";
import { directionOfWords, turned } from "./turned.ts";

/** What the template reads, as JSON; pictures by the names under which the compiler finds them. */
export interface PageData {
  readonly json: string;
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[];
}

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M10.5 3.2a8.8 8.8 0 1 0 0 17.6z"/><path d="M13.5 6.4a5.6 5.6 0 0 1 0 11.2z" opacity=".55"/></svg>`;

export function pageDataOf(layout: Layout, images: ReadonlyMap<string, Uint8Array>): PageData {
  const files = [...images].map(([id, bytes], at) => ({
    id,
    name: `image-${at}.${bytes[0] === 0xff ? "jpg" : "png"}`,
    bytes,
  }));
  const nameOf = (image: string) => files.find(({ id }) => id === image)?.name;
  const [lang = "en", region] = layout.language.split("-");
  const page = {
    ...layout,
    parts: layout.parts.map((part) => ({
      ...part,
      blocks: part.blocks.flatMap((block) => pictured(block, nameOf)),
    })),
    lang: lang.toLowerCase(),
    region: region?.length === 2 ? region : null,
    ...voices,
    mark,
    headlineWay: directionOfWords(layout.headline) ?? layout.direction,
  };
  const json = JSON.stringify(turned(page, layout.direction), (_, value: unknown) =>
    typeof value === "string" ? yielding(drawable(value)) : value,
  );
  return { json, files: files.map(({ name, bytes }) => [name, bytes] as const) };
}

/** A picture that was not handed in is described in words. */
function pictured(block: LayoutBlock, nameOf: (image: string) => string | undefined): readonly unknown[] {
  if (block.type !== "figure") return [block];
  const file = nameOf(block.image);
  if (file !== undefined) return [{ ...block, file }];
  const words = [block.letter, block.caption, block.alt].filter((word) => word !== null).join(" ");
  return [{ type: "note", content: [{ type: "text", text: words, bold: false, italic: false, href: null }] }];
}

/** Where nothing allows a break, one is allowed after so many characters: words must not leave the paper. */
const longWord = /[^\s\u200B-]{70,}/gu;

const yielding = (text: string): string =>
  text.length < 70 || text.startsWith("<svg") || text.startsWith("https://")
    ? text
    : text.replace(longWord, (word) => word.replace(/.{20}/gu, "$&\u200B"));
