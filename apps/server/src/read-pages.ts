import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);

/** Of the folder's `index.html`, for every address and for those of a case. */
export interface Pages {
  readonly page: string;
  /** The same, but its browser fetches the scripts of a case beside those of the app, instead of after them. */
  readonly casePage: string;
}

/** Reads what the build of the web client has written. Throws where there is none. */
export function readPages(folder: string): Pages {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const files = filesOf(folder, "src/case/case-page.tsx").filter((file) => !page.includes(file));
  return { page, casePage: page.replace("</head>", `${files.map(linkTo).join("")}</head>`) };
}

/** What a module needs before it runs, itself included; those it imports first. */
function filesOf(folder: string, entry: string): readonly string[] {
  const built = manifest.parse(JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")));
  const files = new Set<string>();
  const visited = new Set<string>();
  const visit = (name: string) => {
    const chunk = built[name];
    if (!chunk) throw new Error(`The build of the pages has no ${name}.`);
    if (visited.has(name)) return;
    visited.add(name);
    for (const imported of chunk.imports) visit(imported);
    files.add(chunk.file);
  };
  visit(entry);
  return [...files];
}

/** Not the style sheets: the browser complains of those that are fetched and, before the door, not used. */
const linkTo = (file: string): string => `<link rel="modulepreload" crossorigin href="/${file}">`;
