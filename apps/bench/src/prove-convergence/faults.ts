import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "../prove-durability/faults.ts";

/** Milliseconds. */
const betweenCuts = 150;
const cuts = 4;

export const linesCut: Fault = {
  name: "every connection cut, several times",
  happen: async ({ line }) => {
    for (let count = 0; count < cuts; count += 1) {
      line.cut();
      await pause(betweenCuts);
    }
  },
};

/** Milliseconds. */
const heldFor = 1500;

/** Both sides believe that they are connected. */
export const linesHeld: Fault = {
  name: "a network that hands nothing on for a while",
  happen: async ({ line }) => {
    const letGo = line.hold();
    await pause(heldFor);
    letGo();
  },
};

/** What a command does that changes who may do what: the documents are thrown away with what is in flight (SY-20). */
export const rightsAskedAgain: Fault = {
  name: "the authority raised, as every command does",
  happen: async ({ database }) => {
    for (let count = 0; count < cuts; count += 1) {
      await database.query("update document set authority = authority + 1");
      await pause(betweenCuts);
    }
  },
};
