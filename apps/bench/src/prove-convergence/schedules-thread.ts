import { parentPort } from "node:worker_threads";
import { answerPiece, type Range } from "../measuring/every-core.ts";
import { runSchedules } from "./schedules.ts";

parentPort?.on("message", (seeds: Range) => void runSchedules(seeds).then(answerPiece));
