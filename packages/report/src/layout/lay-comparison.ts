import type { ReportContact, ReportFinding } from "../report.ts";
import type { Block } from "../text.ts";
import { line, paragraph, runIn, text, withPlaces } from "./blocks.ts";
import type { LayPart } from "./part-source.ts";
import type { Words } from "./words.ts";

/** Each finding against what the first report says of it. */
export const layComparison: LayPart = ({ report: { findings }, words }) =>
  findings.length === 0
    ? undefined
    : [
        {
          type: "grid",
          columns: [
            { title: words.t("printed.finding"), share: 8 },
            { title: words.t("printed.first"), share: 5 },
            { title: words.t("printed.difference"), share: 5 },
          ],
          rows: findings.map((finding) => [
            foundIn(finding),
            line(finding.first === "" ? words.t("printed.notSaid") : finding.first),
            differenceOf(finding, words),
          ]),
        },
      ];

function foundIn({ modality, site, text: found, places }: ReportFinding): readonly Block[] {
  const lead = [modality, site].filter((part) => part !== "").join(", ");
  return withPlaces(lead === "" ? found : runIn(`${lead}:`, found), places);
}

function differenceOf({ difference, consequence, contacts }: ReportFinding, words: Words): readonly Block[] {
  const reading = difference === null ? "" : words.t(`printed.reading.${difference}`);
  const said =
    reading !== "" && consequence !== ""
      ? words.t("printed.because", { difference: reading, consequence })
      : reading || consequence;
  const isMajor = difference === "major";
  return [
    ...(said === "" ? [] : [paragraph(text(said, isMajor))]),
    ...contacts.map((contact) => paragraph(text(spoken(contact, words)))),
  ];
}

const spoken = ({ by, to, channel, at, words: said }: ReportContact, { t }: Words): string =>
  [t("printed.spoken", { by, to, channel, at: new Date(at) }), said].filter((part) => part !== "").join(" ");
