import { readFileSync } from "node:fs";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { readFonts } from "./fonts.ts";
import type { PageData } from "./page-data.ts";

export interface PageJob extends PageData {
  /** Seconds since 1970: the file's own date. */
  readonly at: number;
}

/** A compiler with the fonts read. It blocks while it works, and is meant for a thread of its own. */
export function createPageCompiler(): (job: PageJob) => Uint8Array {
  // Nothing is read from disk: the folder need not exist.
  const root = "/report";
  const template = readFileSync(new URL("report.typ", import.meta.url), "utf8");
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: readFonts() }] });
  return ({ json, files, at }) => {
    try {
      compiler.resetShadow();
      compiler.mapShadow(`${root}/report.json`, Buffer.from(json));
      for (const [name, bytes] of files) compiler.mapShadow(`${root}/${name}`, Buffer.from(bytes));
      const compiled = compiler.compile({ mainFileContent: template });
      // A family that is missing is only a warning there, and another page here.
      const problem = compiled.takeError() ?? compiled.takeWarnings();
      if (problem || !compiled.result) throw new Error(wordsOf(problem));
      return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: at });
    } finally {
      compiler.evictCache(10);
    }
  };
}

/** What the compiler says, without where: the template is the same for all. */
const wordsOf = (problem: NodeError | null): string =>
  (problem?.shortDiagnostics ?? [])
    .map((diagnostic: unknown) =>
      typeof diagnostic === "object" && diagnostic !== null && "message" in diagnostic
        ? String(diagnostic.message)
        : "",
    )
    .join("; ");
