import { and, eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { account, type Licence, person, user } from "../schema/identity.ts";

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly initials: string;
  readonly profession?: string;
  readonly workplace?: string;
  /** An IANA time zone. */
  readonly zone?: string;
  readonly licence?: Licence;
}

interface Credential {
  readonly accountId: string;
  readonly passwordHash: string;
}

/**
 * User, account and person, in the forms in which Better Auth looks for them, all or none. Without a credential: somebody
 * who cannot sign in.
 */
export async function insertPerson(
  database: Database,
  { id, email, name, ...known }: NewPerson,
  credential?: Credential,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const address = email.toLowerCase();
    await transaction.insert(user).values({ id, name, email: address, emailVerified: true });
    if (credential) {
      const { accountId, passwordHash: password } = credential;
      await transaction
        .insert(account)
        .values({ id: accountId, accountId: id, providerId: "credential", userId: id, password });
    }
    await transaction.insert(person).values({ id, ...known });
  });
}

export async function replacePassword(
  database: Database,
  personId: string,
  passwordHash: string,
): Promise<void> {
  await database
    .update(account)
    .set({ password: passwordHash, updatedAt: new Date() })
    .where(and(eq(account.userId, personId), eq(account.providerId, "credential")));
}
