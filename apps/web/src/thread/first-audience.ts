import { type Audience, isClinician, type Role } from "@consilium/clinical";

/**
 * What a composer begins with. Between clinicians: words that went to fewer can be said again to all, never the other way
 * round. The patient's side writes to everyone.
 */
export function firstAudience(role: Role, offered: readonly Audience[]): Audience {
  const wanted = isClinician({ role }) ? "clinicians" : "everyone";
  return offered.includes(wanted) ? wanted : (offered.at(-1) ?? "private");
}
