import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { person } from "./identity.ts";

export interface OrganisationDetails {
  /** An IANA time zone. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Countries (ISO 3166-1 alpha-2) to whose patients it gives clinical opinions. Left out: its own alone. */
  readonly clinicalIn?: readonly string[];
  readonly contact?: { readonly email?: string; readonly telephone?: string };
}

/** A second-opinion programme. Nothing in it is clinical, so nothing is sealed. */
export const organisation = pgTable("organisation", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  details: jsonb("details").$type<OrganisationDetails>().notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** Who works there. It never opens a case: a seat does. */
export const membership = pgTable(
  "membership",
  {
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisation.id),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    staffRole: text("staff_role", {
      enum: ["coordinator", "clinician", "administrator", "auditor"],
    }).notNull(),
    fromAt: instant("from_at").notNull().defaultNow(),
    toAt: instant("to_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.personId, table.staffRole] }),
    index("membership_person").on(table.personId),
  ],
);
