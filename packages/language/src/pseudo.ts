import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js";

const plain = "aeiouAEIOUcnysz";
const accented = "àéíöüÅÉÎØÛçñýšž";

/**
 * Longer, accented and bracketed, so that what is hard-coded, cut off or glued together shows. Works on the parsed message:
 * ICU syntax stays whole.
 */
export function pseudo(message: string): string {
  const elements: MessageFormatElement[] = parse(message).map(change);
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- The printer declares the same enum once more.
  return `⟦${printAST(elements)}⟧`;
}

function change(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) return { ...element, value: stretch(element.value) };
  if (element.type === TYPE.tag) return { ...element, children: element.children.map(change) };
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    return { ...element, options: changeOptions(element.options) };
  }
  return element;
}

function changeOptions<Option extends { value: MessageFormatElement[] }>(options: Record<string, Option>) {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => [key, { ...option, value: option.value.map(change) }]),
  );
}

const accent = (letter: string) => accented[plain.indexOf(letter)] ?? letter;

const stretch = (text: string) =>
  text.replace(/[aeiouAEIOU]/g, (letter) => accent(letter).repeat(2)).replace(/[cnysz]/g, accent);
