import { createSeededRandom } from "@consilium/foundation";
import { bySection } from "../by-section.ts";
import type { ReportInput } from "../report-input.ts";
import { idOf } from "./ids.ts";
import { sampleInput } from "./sample-input.ts";
import { rich } from "./sample-opinion.ts";

const words =
  "nodule stable margin biopsy lobe node uptake growth volume nothing earlier later seen right left small".split(
    " ",
  );

/** An opinion of about so many printed pages: prose in every section, and as much again in items. */
export function longInput(pages: number): ReportInput {
  const random = createSeededRandom(1);
  const sentence = (): string => `The ${Array.from({ length: 18 }, () => random.pick(words)).join(" ")}.`;
  const paragraph = (): string =>
    `${Array.from({ length: 5 }, sentence).join(" ")} See [[evidence:ct#place:94|slice 94]].`;
  const perSection = Math.ceil(pages / 2);
  const [recommendation] = sampleInput.opinion.items.filter(({ kind }) => kind === "recommendation");
  const more = Array.from({ length: pages * 2 }, (_, at) => ({
    ...recommendation,
    kind: "recommendation" as const,
    rank: `s${String(at).padStart(5, "0")}`,
    id: idOf(`long ${at}`),
    fields: { ...recommendation?.fields, action: rich(sentence()), changes: rich(sentence()) },
  }));
  return {
    ...sampleInput,
    opinion: {
      ...sampleInput.opinion,
      sections: bySection((section) =>
        section === "question"
          ? sampleInput.opinion.sections.question
          : rich(Array.from({ length: perSection }, paragraph).join("\n\n")),
      ),
      items: [...sampleInput.opinion.items, ...more],
    },
  };
}
