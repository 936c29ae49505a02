import { spawn } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  existsSync,
} from "node:fs";
import { join } from "node:path";
import { CannotBuild, flags, libraries, packagedLibraries, patch, standIns } from "./recipe.ts";
import { printed } from "./tools.ts";

export interface Compiling {
  /** mediasoup's `worker`. */
  readonly worker: string;
  readonly sources: readonly string[];
  /** Where objects lie while it is built: what is there already is not compiled again. */
  readonly folder: string;
  readonly jobs: number;
  readonly progress: (done: number, of: number) => void;
}

/** Compiles and links the worker, and gives the program's path. Throws `CannotBuild`. */
export async function compileWorker(compiling: Compiling): Promise<string> {
  const { worker, folder } = compiling;
  mkdirSync(folder, { recursive: true });
  makeHeaders(worker, folder);
  const patched = writePatched(worker, folder);
  const objects = await compileAll(compiling, patched);
  const program = join(folder, "mediasoup-worker");
  const packaged = printed("pkg-config", "--libs", "--static", ...packagedLibraries)?.split(/\s+/) ?? [];
  const fault = await faultOf("g++", ["-o", program, ...objects, ...packaged, ...libraries, "-s"]);
  if (fault !== undefined) throw new CannotBuild("The media server could not be linked.", { cause: fault });
  return program;
}

/** The messages between the worker and its parent. */
function makeHeaders(worker: string, folder: string): void {
  const schemas = readdirSync(join(worker, "fbs")).filter((name) => name.endsWith(".fbs"));
  const headers = join(folder, "fbs/FBS");
  mkdirSync(headers, { recursive: true });
  const words = ["--cpp", "--cpp-field-case-style", "lower", "--reflect-names", "--scoped-enums"];
  const files = schemas.map((name) => join(worker, "fbs", name));
  const done = printed("flatc", ...words, "--filename-suffix", "", "-o", headers, ...files);
  if (done === undefined || readdirSync(headers).length !== schemas.length)
    throw new CannotBuild("The media server's messages could not be made.");
}

/** The package stays as it is: a copy is compiled in the file's place. */
function writePatched(worker: string, folder: string): string {
  const parts = readFileSync(join(worker, patch.file), "utf8").split(patch.from);
  if (parts.length !== 2) throw new CannotBuild(`The line to mend in ${patch.file} is not there once.`);
  const file = join(folder, "patched.cpp");
  writeFileSync(file, parts.join(patch.to));
  return file;
}

async function compileAll(compiling: Compiling, patched: string): Promise<readonly string[]> {
  const { worker, sources, folder, jobs, progress } = compiling;
  const includes = [
    standIns,
    join(worker, "include"),
    join(folder, "fbs"),
    join(worker, "deps/libwebrtc"),
    join(worker, "deps/libwebrtc/libwebrtc"),
  ];
  // The largest first: both cores have something to do to the end.
  const queue = sources
    .map((source) => ({ source, size: statSync(join(worker, source)).size }))
    .toSorted((one, other) => other.size - one.size);
  let done = 0;
  const objectOf = (source: string): string => join(folder, `${source.replaceAll("/", "_")}.o`);
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const object = objectOf(next.source);
      const file = next.source === patch.file ? patched : join(worker, next.source);
      if (!existsSync(object)) await compile(file, object, includes);
      progress((done += 1), sources.length);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, work));
  return sources.map(objectOf);
}

/** An object has its name once it is whole. */
async function compile(file: string, object: string, includes: readonly string[]): Promise<void> {
  const begun = `${object}.begun`;
  const where = includes.map((folder) => `-I${folder}`);
  const fault = await faultOf("g++", [...flags, ...where, "-w", "-c", file, "-o", begun]);
  if (fault !== undefined) throw new CannotBuild("The media server could not be compiled.", { cause: fault });
  renameSync(begun, object);
}

/** What a program complained of; undefined: it was content. */
function faultOf(program: string, words: readonly string[]): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (piece: Buffer) => {
    if (complaint.length < 2000) complaint += piece.toString();
  });
  child.on("error", ({ message }) => resolve(message));
  child.on("close", (code, signal) =>
    resolve(code === 0 ? undefined : `${signal ?? code} ${complaint}`.trim()),
  );
  return promise;
}
