import { createSentences, type Sentences } from "@consilium/language";
import { wordsIn } from "@consilium/report";
import type { FigureWords } from "./figure.ts";

/** What stands below a picture, and what is told to whoever does not see it. `by`: who marked it; undefined: nobody knows. */
export function figureWords(
  words: FigureWords,
  by: string | undefined,
  zone: string,
): { readonly caption: string; readonly alt: string } {
  const say = createSentences("en", zone);
  const place = placeOf(words, say, zone);
  const caption =
    by === undefined ? say("keyImage.caption", { place }) : say("keyImage.captionBy", { place, name: by });
  return { caption, alt: altOf(words, say) };
}

function placeOf({ record, series, place, window, says }: FigureWords, say: Sentences, zone: string): string {
  const parts = [
    record.title,
    record.date === null ? "" : wordsIn(zone).date(record.date),
    series === null ? "" : say("keyImage.series", { number: String(series) }),
    place ? say(`keyImage.${place.is}`, { number: place.number, count: place.count }) : "",
    window ? say("keyImage.window", window) : "",
    says === null ? "" : say("keyImage.measured", { says }),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function altOf({ is, record, tool: name, says }: FigureWords, say: Sentences): string {
  const shown = say(`keyImage.shown.${is}`, { record: record.title });
  if (name === null) return say("keyImage.alt", { shown });
  const tool = say(`keyImage.tool.${name}`);
  return says === null
    ? say("keyImage.altMarked", { shown, tool })
    : say("keyImage.altMeasured", { shown, tool, says });
}
