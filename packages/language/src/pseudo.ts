import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { printAST } from "@formatjs/icu-messageformat-parser/printer.js";

const plain = "aeiouAEIOUcnysz";
const accented = "àéíöüÅÉÎØÛçñýšž";

/**
 * Longer, accented and bracketed, so that what is hard-coded, cut off or glued together shows. Works on the parsed message:
 * ICU syntax stays whole.
 */
export function pseudo(message: string): string {
  return `⟦${printAST(parse(message).map(change))}⟧`;
}

function change(element: MessageFormatElement): MessageFormatElement {
  switch (element.type) {
    case TYPE.literal:
      return { ...element, value: stretch(element.value) };
    case TYPE.tag:
      return { ...element, children: element.children.map(change) };
    case TYPE.plural:
    case TYPE.select:
      return { ...element, options: changeOptions(element.options) };
    default:
      return element;
  }
}

function changeOptions<Option extends { value: MessageFormatElement[] }>(options: Record<string, Option>) {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => [key, { ...option, value: option.value.map(change) }]),
  );
}

const accent = (letter: string) => accented[plain.indexOf(letter)] ?? letter;

const stretch = (text: string) =>
  text.replace(/[aeiouAEIOU]/g, (letter) => accent(letter).repeat(2)).replace(/[cnysz]/g, accent);
