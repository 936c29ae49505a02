import type { Manifest } from "../manifest/manifest.ts";
import { shown, standingLines } from "./report-standing.ts";
import { type ExportFault, verifyExport } from "./verify-export.ts";

/** `npm run verify -- FILE-OR-FOLDER`: says what is wrong with an export, line by line; ends with 1 where anything is. */
const sentences: Readonly<Record<ExportFault["fault"], string>> = {
  changed: "was changed",
  missing: "is missing",
  extra: "does not belong to the export",
  unsafe: "has a name or a kind that no export has; it was not opened",
  unreadable: "cannot be read",
  digest: "does not say what was signed",
  seal: "was changed: its digest or its seal is wrong",
  "no-manifest": "is not there, or is none: this is no export of a case",
};

const [path, another] = process.argv.slice(2);
if (path === undefined || another !== undefined) {
  console.error("Name one file or folder: npm run verify -- FILE-OR-FOLDER");
  process.exitCode = 1;
} else {
  try {
    await say(path);
  } catch (error) {
    console.error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

async function say(of: string): Promise<void> {
  const { faults, manifest, seal } = await verifyExport(of);
  for (const { path: name, fault } of faults) console.log(`${shown(name)} ${sentences[fault]}.`);
  if (faults.length > 0) process.exitCode = 1;
  if (!manifest) return;
  const { case: exported, at, by, files, reports, digest } = manifest;
  console.log(`Case ${exported.number}, taken along on ${at} by ${by.name} (${by.role}).`);
  console.log(`${files.length} files, ${reports.length} signed reports. SHA-256 of the manifest: ${digest}`);
  for (const line of reports.flatMap(standingLines)) console.log(line);
  if (seal.is === "none")
    console.log("There is no seal: the digests prove that nothing was changed by accident.");
  if (seal.is === "right")
    console.log(`Sealed by ${seal.by}, certificate ${seal.fingerprint}. Whose it is, ask them.`);
  console.log(faults.length === 0 ? wholeSentence(manifest) : `${faults.length} faults.`);
}

/** Whole is not the same as still right: that only the server knows. */
function wholeSentence({ reports }: Pick<Manifest, "reports">): string {
  const gone = reports.filter(({ state }) => state !== "current").length;
  const whole = "All is as it was exported.";
  if (reports.length === 0) return whole;
  if (gone === 0) return `${whole} What was corrected or retracted since, no package can know.`;
  return `${whole} ${gone} of its ${reports.length} signed reports no longer stood even then.`;
}
