import type { Seat } from "@consilium/clinical";

/** Whether a seat may know what the case asks and lacks: a proxy only within the scope to read, a guest never. */
export const knowsCase = ({ role, scopes }: Pick<Seat, "role" | "scopes">): boolean =>
  role === "proxy" ? scopes.includes("read") : role !== "guest";
