import { createReadStream, globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Character maps, fonts, colours and decoders, which pdf.js fetches when a document needs them. Not what runs a document's scripts. */
const parts = [
  "cmaps/*.bcmap",
  "standard_fonts/*.{pfb,ttf}",
  "wasm/{jbig2,openjpeg,qcms_bg}*.{wasm,js}",
  "iccs/*.icc",
];

/** The parts of pdf.js below `/assets/pdfjs-<version>/`, where the viewer of documents looks for them. */
export function pdfjsParts(): Plugin {
  const folder = `assets/pdfjs-${versionOf(readFileSync(join(library, "package.json"), "utf8"))}`;
  const files = new Map(
    parts.flatMap((part) => globSync(part, { cwd: library })).map((file) => [`${folder}/${file}`, file]),
  );
  return {
    name: "pdfjs-parts",
    generateBundle() {
      for (const [fileName, file] of files)
        this.emitFile({ type: "asset", fileName, source: readFileSync(join(library, file)) });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = files.get((request.url ?? "").slice(1));
        if (file === undefined) return next();
        return createReadStream(join(library, file)).pipe(response);
      });
    },
  };
}

function versionOf(manifest: string): string {
  const read: unknown = JSON.parse(manifest);
  if (typeof read === "object" && read !== null && "version" in read && typeof read.version === "string")
    return read.version;
  throw new Error("pdfjs-dist names no version");
}
