import { ctSlice, writeDicom, type WrittenElement } from "@consilium/interchange";
import type { Page } from "playwright-core";
import { fileOf, type FileToSend } from "./hand-over.ts";
import type { Visitor } from "./visitor.ts";

const side = 96;

/** Which study a slice is of. */
interface OfStudy {
  /** All of its identifiers begin with it. */
  readonly uid: string;
  readonly title: string;
  readonly seriesNumber: number;
  /** The number under which the hospital's archive has it; "" for none. */
  readonly accession: string;
}

const ownStudy: OfStudy = { uid: "2.25.5", title: "CT liver", seriesNumber: 3, accession: "" };

/** A disc of liver in air, 1 mm pixels, so many slices up. */
const elementsOf = (
  at: number,
  { uid, title, seriesNumber, accession }: OfStudy,
): readonly WrittenElement[] => [
  ...ctSlice({
    studyUid: `${uid}.1`,
    seriesUid: `${uid}.2`,
    instanceUid: `${uid}.3.${at}`,
    frameOfReference: `${uid}.4`,
    patient: { name: "Anonymous", id: "P1", birthDate: "", sex: "O" },
    studyDate: "20261110",
    studyDescription: title,
    seriesDescription: "Portal venous",
    seriesNumber,
    instanceNumber: at,
    institution: "Northgate",
    bodyPart: "LIVER",
    rows: side,
    columns: side,
    position: [0, 0, at * 2.5],
    pixelSpacing: [1, 1],
    thicknessMm: 2.5,
    rescale: { slope: 1, intercept: 0 },
    window: { center: 50, width: 350 },
    pixels: Int16Array.from({ length: side * side }, (_, pixel) => {
      const [x, y] = [(pixel % side) - side / 2, Math.floor(pixel / side) - side / 2];
      return Math.hypot(x, y) < side / 3 ? 90 + (at % 6) : -1000;
    }),
  }).filter(({ tag }) => tag !== accessionNumber),
  { tag: accessionNumber, vr: "SH", value: accession },
];

const accessionNumber = 0x00080050;

/** In the order of their tags. */
const written = (elements: readonly WrittenElement[]): Uint8Array =>
  writeDicom(elements.toSorted((one, other) => one.tag - other.tag));

const slice = (at: number, of: OfStudy): Uint8Array => written(elementsOf(at, of));

const ofTable: OfStudy = { uid: "2.25.8", title: "CT with a table", seriesNumber: 3, accession: "" };

/** A study of one slice, whose values are 3,000 higher by a table of its modality than they are stored. */
export function sliceWithTable(): FileToSend {
  const rescale = new Set([0x00281052, 0x00281053]);
  const first = -1000;
  const entries = Array.from({ length: 1200 }, (_, at) => first + at + 3000);
  const table: WrittenElement = {
    tag: 0x00283000,
    items: [
      [
        { tag: 0x00283002, vr: "SS", value: [entries.length, first, 16] },
        { tag: 0x00283006, vr: "US", value: entries },
      ],
    ],
  };
  const others = elementsOf(1, ofTable).filter(({ tag }) => !rescale.has(tag));
  return fileOf("IM1", written([...others, table]));
}

/** What the slices of `slices` are called. */
export const sliceIds = {
  study: `${ownStudy.uid}.1`,
  series: `${ownStudy.uid}.2`,
  instance: (at: number): string => `${ownStudy.uid}.3.${at}`,
} as const;

/** Files of one CT of six slices, in the order of these numbers. */
export const slices = (...numbers: readonly number[]): readonly FileToSend[] =>
  numbers.map((at) => fileOf(`IM${at}`, slice(at, ownStudy)));

/** Slices of a study of which a report speaks, which the archive has under this number. */
export const slicesReported = (
  of: Pick<OfStudy, "title" | "accession" | "seriesNumber">,
  ...numbers: readonly number[]
): readonly FileToSend[] => numbers.map((at) => fileOf(`IM${at}`, slice(at, { uid: "2.25.7", ...of })));

/** The study is open, at its middle. */
export async function untilStudyIsOpen(page: Page): Promise<void> {
  await page.getByText("Slice 3 of 6").waitFor();
  await page.getByText("For review, not for primary diagnosis.").waitFor();
}

export async function openStudy(visitor: Visitor, caseId: string, record: string): Promise<Page> {
  const { page, origin } = visitor;
  await page.goto(`${origin}/cases/${caseId}/records/${record}`);
  await untilStudyIsOpen(page);
  return page;
}
