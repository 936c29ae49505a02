import { fhirDocument, printHtml, type Report, reportDigest } from "@consilium/report";
import { createPdfPrinter, openSealKey, sealPdf } from "@consilium/report/pdf";
import { drawPng, makeP12, pdfFacts } from "@consilium/report/testing";
import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { timed } from "./timed.ts";

interface Forms {
  readonly figures: readonly Figure[];
  readonly facts: Readonly<Record<string, number>>;
}

/** All three forms of one long opinion, one after the other, as signing makes them. */
export async function measureForms(report: Report, build: () => Report, rounds: number): Promise<Forms> {
  const printer = createPdfPrinter();
  const key = await openSealKey(makeP12("bench"), "bench");
  const printing = {
    digest: await reportDigest(report),
    checkAddress: "consilium.test/v/",
    reader: "clinician",
  } as const;
  const print = () => printer.print(report, printing, images);
  const words = { reason: "Second medical opinion", name: "Bench", at: new Date(report.signedAt) };
  const round = async (): Promise<Round> => {
    const built = await timed(async () => reportDigest(build()));
    const pdf = await timed(print);
    const sealed = await timed(() => sealPdf(pdf.value, key, words));
    const fhir = await timed(async () =>
      JSON.stringify(await fhirDocument(report, printing, { pdf: sealed.value, images, signatures: [] })),
    );
    const html = await timed(() => printHtml(report, printing, images));
    return {
      times: { build: built.took, pdf: pdf.took, seal: sealed.took, fhir: fhir.took, html: html.took },
      sizes: { pdfBytes: sealed.value.length, fhirBytes: fhir.value.length, htmlBytes: html.value.length },
    };
  };
  try {
    const first = await timed(print);
    const all: Round[] = [];
    for (let at = 0; at < rounds; at += 1) all.push(await round());
    const { pages } = await pdfFacts(first.value);
    return { figures: figuresOf(first.took, all), facts: { pages, ...all[0]?.sizes } };
  } finally {
    await printer.close();
  }
}

const images = new Map([["key-1", drawPng(320, 240, 32)]]);

interface Round {
  readonly times: Readonly<Record<"build" | "pdf" | "seal" | "fhir" | "html", number>>;
  readonly sizes: Readonly<Record<string, number>>;
}

function figuresOf(first: number, rounds: readonly Round[]): readonly Figure[] {
  const figure = (name: keyof Round["times"], words: string): Figure => ({
    name,
    words,
    unit: "ms",
    ours: spreadOf(rounds.map(({ times }) => times[name])),
  });
  const sums = rounds.map(({ times }) => Object.values(times).reduce((sum, time) => sum + time, 0));
  return [
    figure("build", "building the report and its digest"),
    { name: "pdf-first", words: "the PDF, first of a process", unit: "ms", ours: spreadOf([first]) },
    figure("pdf", "the PDF"),
    figure("seal", "its seal"),
    figure("fhir", "the FHIR document"),
    figure("html", "the HTML"),
    { name: "all", words: "all of it", unit: "ms", ours: spreadOf(sums), target: { atMost: 2000 } },
  ];
}
