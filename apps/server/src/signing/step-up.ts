import type { Identity, SignedIn } from "../identity/create-identity.ts";
import { createSignInDelay, type SignInDelayOptions } from "../identity/sign-in-delay.ts";

/** What somebody shows, beyond being signed in, that it is they who sign. */
export interface Shown {
  readonly password: string;
}

export type StepUpOutcome = "shown" | "wrong-password" | "too-many";

/** Asked at the moment of signing, each time anew: a page that was left open signs nothing. A passkey's ceremony comes behind this port. */
export type StepUp = (who: SignedIn, shown: Shown, address: string) => Promise<StepUpOutcome>;

/** By the account's password. Failed attempts are counted with those of the door, and wait as those do. */
export function stepUpByPassword(identity: Identity, pause: SignInDelayOptions["pause"]): StepUp {
  const delayed = createSignInDelay({ ...identity.options, pause });
  return async (who, { password }, address) => {
    const attempt = { email: who.email, deviceId: who.deviceId ?? undefined, address };
    const outcome = await delayed(attempt, async () =>
      (await isPasswordOf(identity, who.personId, password)) ? "signed-in" : "refused",
    );
    if (outcome === "one-is-waiting") return "too-many";
    return outcome === "signed-in" ? "shown" : "wrong-password";
  };
}

async function isPasswordOf({ auth }: Identity, personId: string, password: string): Promise<boolean> {
  const context = await auth.$context;
  const accounts = await context.internalAdapter.findAccounts(personId);
  const hash = accounts.find(({ providerId }) => providerId === "credential")?.password;
  return hash ? context.password.verify({ hash, password }) : false;
}
