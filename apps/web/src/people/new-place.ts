import type { ProxyScope, SpecialistMode } from "@consilium/clinical";
import { type Day, dayAt, instantIn } from "@consilium/foundation";
import type { GivenSeat, Role } from "./people-api.ts";

/** A place in the case as it is being filled in. */
export interface NewPlace {
  readonly email: string;
  readonly role: Role | null;
  readonly mode: SpecialistMode | null;
  readonly scopes: readonly ProxyScope[];
  readonly basis: string;
  /** The last day, `2026-12-24`; empty: it does not end by itself. */
  readonly until: string;
}

export const emptyPlace: NewPlace = {
  email: "",
  role: null,
  mode: null,
  scopes: ["read"],
  basis: "",
  until: "",
};

export type Missing = "email" | "role" | "mode" | "scopes" | "basis" | "until";

/** What has to be said first; the server judges the rest. */
export function missingOf(place: NewPlace, today: Day): Missing | undefined {
  if (!/^\S+@\S+\.\S+$/u.test(place.email.trim())) return "email";
  if (place.role === null) return "role";
  if (place.role === "specialist" && place.mode === null) return "mode";
  if (place.role === "proxy" && place.scopes.length === 0) return "scopes";
  if (place.role === "proxy" && place.basis.trim() === "") return "basis";
  if (place.until !== "" && place.until < today) return "until";
  return undefined;
}

/** The last day is a whole one, where the case is looked after. What goes with another role is left out. */
export const toGiven = (place: NewPlace, role: Role, zone: string): GivenSeat => ({
  email: place.email.trim(),
  role,
  mode: role === "specialist" ? place.mode : null,
  scopes: role === "proxy" ? [...place.scopes] : [],
  basis: role === "proxy" ? place.basis.trim() : null,
  to: place.until === "" ? null : instantIn(zone, dayAt(place.until, 1), "00:00").toISOString(),
});
