import { join } from "node:path";
import { build } from "vite";

let bundled: Promise<string> | undefined;

/** The test page's program as a browser takes it: one module. Bundled once a process. */
export const bundlePage = (): Promise<string> => (bundled ??= bundle());

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    // Libraries look at it, and a browser has none.
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      target: "es2024",
      lib: { entry: join(import.meta.dirname, "page/main.ts"), formats: ["es"], fileName: "page" },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const parts = outputs.flatMap((one) => ("output" in one ? one.output : []));
  const code = parts.find((part) => part.type === "chunk" && part.isEntry);
  if (code?.type !== "chunk") throw new Error("The test page could not be bundled");
  return code.code;
}
