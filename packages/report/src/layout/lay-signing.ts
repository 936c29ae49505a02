import type { Contributor, Licence, Signer } from "../report-people.ts";
import type { Report } from "../report.ts";
import type { Block } from "../text.ts";
import { heading, labelled, line, note, paragraph, text } from "./blocks.ts";
import type { Grid } from "./layout.ts";
import type { LayPart } from "./part-source.ts";
import type { Words } from "./words.ts";

export const laySigning: LayPart = ({ report, words, digest, check }) => [
  signersOf(report.signers, words),
  ...contributorsOf(report.contributors ?? [], words),
  ...labelled(words.t("printed.conflicts"), line(report.conflicts)),
  ...labelled(words.t("printed.statement"), line(report.statement)),
  ...reasonsOf(report, words),
  note(text(`${words.t("printed.digest")} `, true), text(digest)),
  note(text(`${words.t("printed.check")} `, true), text(check)),
  note(text(words.t("printed.final"))),
];

const signersOf = (signers: readonly Signer[], words: Words): Grid => ({
  type: "grid",
  columns: [
    { title: words.t("printed.person"), share: 6 },
    { title: words.t("printed.role"), share: 3 },
    { title: words.t("printed.licence"), share: 6 },
  ],
  rows: signers.map((signer) => [
    [...line(nameOf(signer)), ...line(signer.workplace ?? "")],
    [
      ...line(words.t(`printed.roles.${signer.role}`)),
      ...blindOf(signer, words),
      ...shownByOf(signer, words),
    ],
    licenceOf(signer.licence, words),
  ]),
});

/** How they showed that it was they; nothing where that was not kept. */
export const shownByOf = ({ shownBy }: Signer, { t }: Words): readonly Block[] =>
  shownBy === undefined ? [] : line(t(`printed.shownBy.${shownBy}`));

/** Whoever took part and did not sign. */
const contributorsOf = (contributors: readonly Contributor[], words: Words): readonly Grid[] =>
  contributors.length === 0
    ? []
    : [
        {
          type: "grid",
          columns: [
            { title: words.t("printed.besides"), share: 6 },
            { title: words.t("printed.role"), share: 9 },
          ],
          rows: contributors.map((one) => [
            [...line(nameOf(one)), ...line(one.workplace ?? "")],
            [...(one.wrote ? line(words.t("printed.roles.author")) : []), ...blindOf(one, words)],
          ]),
        },
      ];

export const nameOf = ({ name, profession }: Pick<Signer, "name" | "profession">): string =>
  profession === null ? name : `${name}, ${profession}`;

const blindOf = ({ blindUntil }: Pick<Signer, "blindUntil">, { t }: Words): readonly Block[] =>
  blindUntil === null ? [] : line(t("printed.blind", { at: new Date(blindUntil) }));

export function licenceOf(licence: Licence | null, { t, country: nameOfCountry }: Words): readonly Block[] {
  if (!licence) return line(t("printed.noLicence"));
  const { number, authority, country, checkedAt } = licence;
  const checked =
    checkedAt === null
      ? t("printed.licenceUnchecked")
      : t("printed.licenceChecked", { at: new Date(checkedAt) });
  const place = nameOfCountry(country);
  return [...line(t("printed.licenceOf", { number, authority, country: place })), ...line(checked)];
}

function reasonsOf({ reasons }: Report, { t }: Words): readonly Block[] {
  if (reasons.length === 0) return [];
  const items = reasons.map(({ point, reason, by }) => [
    paragraph(text(t("printed.reasonLine", { point, reason, by }))),
  ]);
  return [heading(t("printed.reasons")), { type: "list", start: null, items }];
}
