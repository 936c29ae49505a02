import type { TextBlock } from "./text-block.ts";

/**
 * Plain text as it was typed: an empty line ends a paragraph, a single line break stays. Nothing is guessed to be
 * a heading or a list, so a quote of the text is found in the record's plain text, runs of empty lines apart.
 */
export function plainTextBlocks(text: string): readonly TextBlock[] {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .split(/\n[ \t\f\v]*\n/)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map((line) => line.trimEnd())
        .filter((line) => line !== "")
        .join("\n"),
    )
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => ({ type: "paragraph", text: paragraph }));
}
