import type { ShownBy } from "@consilium/report";
import { z } from "@hono/zod-openapi";
import type { Identity, SignedIn } from "../identity/create-identity.ts";
import type { CodeOutcome } from "../identity/second-factor.ts";
import { createSignInDelay, type SignInDelayOptions } from "../identity/sign-in-delay.ts";

/** What somebody shows, beyond being signed in, that it is they who sign: the password, or a code of their authenticator app. */
export type Shown = { readonly password: string } | { readonly code: string };

/** In a request: one of the two. */
export const shownFields = {
  password: z.string().max(1024).optional(),
  code: z.string().max(64).optional(),
};

interface ShownFields {
  readonly password?: string | undefined;
  readonly code?: string | undefined;
}

/** Undefined where it is none, or both. */
export function readShown({ password, code }: ShownFields): Shown | undefined {
  if (password !== undefined) return code === undefined ? { password } : undefined;
  return code === undefined ? undefined : { code };
}

/** For the audit, and for what is signed. */
export const shownBy = (shown: Shown): ShownBy => ("code" in shown ? "code" : "password");

export type StepUpOutcome = "shown" | "wrong-password" | "too-many" | Exclude<CodeOutcome, "right">;

/** Asked at the moment of signing, each time anew: a page that was left open signs nothing. A passkey's ceremony comes behind this port. */
export type StepUp = (who: SignedIn, shown: Shown, address: string) => Promise<StepUpOutcome>;

/**
 * By the account's password, whose failed attempts are counted with those of the door and wait as those do; or by a code of the
 * authenticator app. No recovery code: it lets somebody in who has lost the app, and signs nothing.
 */
export function createStepUp(identity: Identity, pause: SignInDelayOptions["pause"]): StepUp {
  const delayed = createSignInDelay({ ...identity.options, pause });
  return async (who, shown, address) => {
    if ("code" in shown) {
      const outcome = await identity.secondFactor.showCode(who.personId, shown.code);
      return outcome === "right" ? "shown" : outcome;
    }
    const { password } = shown;
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
