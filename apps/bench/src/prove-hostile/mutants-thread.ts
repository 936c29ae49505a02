import { parentPort } from "node:worker_threads";
import { answerPiece } from "../measuring/every-core.ts";
import { type MutantsPiece, runMutants } from "./run-mutants.ts";

parentPort?.on("message", ({ seed, frames }: MutantsPiece) => answerPiece(runMutants(seed, frames)));
