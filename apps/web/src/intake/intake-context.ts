import type { IntakeStanding, IntakeStep } from "@consilium/clinical";
import { createContext, useContext } from "react";
import type { OpenState } from "../case/document-state.ts";
import type { Item } from "../record/inventory/use-inventory.ts";
import type { Intake, IntakeChange } from "./intake-api.ts";
import type { RecordEntries } from "./record-entries.ts";
import type { SayingState } from "./saying.ts";

export interface OpenIntake {
  /** For whom its sentences are: a referrer speaks of a patient. */
  readonly asker: "patient" | "referrer";
  readonly intake: Intake;
  readonly standing: IntakeStanding;
  readonly steps: readonly IntakeStep[];
  readonly open: readonly IntakeStep[];
  /** Their own words: `story` or `referral`; and what they were told: `story.prior` or `referral.prior`. */
  readonly words: OpenState;
  readonly prior: OpenState | undefined;
  readonly items: readonly Item[];
  readonly recordEntries: RecordEntries;
  readonly saying: SayingState;
  /** `soon`: more keys may follow. */
  readonly say: (change: IntakeChange, soon?: boolean) => void;
  /** Sends at once what waits. */
  readonly flush: () => Promise<void>;
}

export const IntakeContext = createContext<OpenIntake | undefined>(undefined);

/** Below `IntakeRoom` only. */
export function useIntake(): OpenIntake {
  const open = useContext(IntakeContext);
  if (!open) throw new Error("This part of the screen needs an open intake");
  return open;
}
