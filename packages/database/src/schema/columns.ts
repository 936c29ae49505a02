import { customType, text, timestamp } from "drizzle-orm/pg-core";

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The number of a transaction, which PostgreSQL never gives twice. As text: it has 64 bits. */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

export const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Every row that belongs to a case names it and its organisation. */
export const ofCase = () => ({
  organisationId: text("organisation_id").notNull(),
  caseId: text("case_id").notNull(),
});
