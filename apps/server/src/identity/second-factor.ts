import type { Authenticators } from "@consilium/database";
import { type Clock, secureRandom } from "@consilium/foundation";
import { isTotpForm, stepOfCode } from "./totp.ts";

export type CodeOutcome = "right" | "no-authenticator" | "wrong-code" | "too-many-codes";

export interface SecondFactor {
  /** A code of the app, each once. Five wrong ones, and none is looked at for a while. */
  readonly showCode: (personId: string, code: string) => Promise<CodeOutcome>;
  /** A code of the app, or a recovery code, which is used up and too long to be guessed. */
  readonly showAny: (personId: string, code: string) => Promise<CodeOutcome>;
  /** Shows that the app has the secret: from now on it counts. */
  readonly confirm: (personId: string, code: string) => Promise<Confirmed | { readonly outcome: NotRight }>;
}

interface Confirmed {
  readonly outcome: "right";
  readonly recoveryCodes: readonly string[];
}

type NotRight = Exclude<CodeOutcome, "right">;

export function createSecondFactor(authenticators: Authenticators, now: Clock): SecondFactor {
  const { secretOf, countTry, takeStep, takeRecoveryCode, refused } = authenticators;

  /** The step of a right code, which is not taken yet. */
  async function stepShown(personId: string, code: string, isConfirmed: boolean): Promise<number | NotRight> {
    const known = await secretOf(personId);
    if (known?.isConfirmed !== isConfirmed) return "no-authenticator";
    if (!(await countTry(personId))) return "too-many-codes";
    return stepOfCode(known.secret, plain(code), now()) ?? wrong(personId);
  }

  async function wrong(personId: string): Promise<"wrong-code"> {
    await refused(personId);
    return "wrong-code";
  }

  const showCode: SecondFactor["showCode"] = async (personId, code) => {
    const step = await stepShown(personId, code, true);
    if (typeof step === "string") return step;
    return (await takeStep(personId, step)) ? "right" : wrong(personId);
  };

  return {
    showCode,
    showAny: async (personId, code) => {
      if (isTotpForm(plain(code))) return showCode(personId, code);
      return (await takeRecoveryCode(personId, plain(code))) ? "right" : wrong(personId);
    },
    confirm: async (personId, code) => {
      const step = await stepShown(personId, code, false);
      if (typeof step === "string") return { outcome: step };
      const recoveryCodes = Array.from({ length: 10 }, createRecoveryCode);
      if (!(await authenticators.confirm(personId, step, recoveryCodes.map(plain))))
        return { outcome: await wrong(personId) };
      return { outcome: "right", recoveryCodes };
    },
  };
}

/** As it is typed: groups and letters as they come. */
const plain = (code: string): string => code.replaceAll(/[\s-]/g, "").toLowerCase();

/** Without those that are mistaken for others. */
const letters = Array.from("23456789abcdefghjkmnpqrstuvwxyz");

/** 79 bits, in four groups of four. */
const createRecoveryCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => secureRandom.pick(letters)).join("")).join(
    "-",
  );
