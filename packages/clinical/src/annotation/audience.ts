import { type Audience, audiences } from "../document/document-name.ts";
import type { Role } from "../identity/seat.ts";
import { isClinician } from "../rights/columns.ts";

/** The audiences that a role belongs to: those it may write for, and read (of `private` only its own). Narrowest first. */
export function audiencesFor(role: Role): readonly Audience[] {
  if (role === "guest") return [];
  return isClinician({ role }) ? audiences : ["private", "everyone"];
}

/** Whether everybody of the one audience, of one seat, also belongs to the other. `audiences` is ordered by this. */
export const isWithin = (audience: Audience, whole: Audience): boolean =>
  audiences.indexOf(audience) <= audiences.indexOf(whole);

/** What a composer offers for a reply to a thread: never more people than read the root. */
export const replyAudiences = (role: Role, root: Audience): readonly Audience[] =>
  audiencesFor(role).filter((audience) => isWithin(audience, root));
