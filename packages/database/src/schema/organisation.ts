import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { person } from "./identity.ts";

/** What a programme says of its own working days; it goes before what is known of its country. */
export interface OwnCalendar {
  /** Of the week, 0 is Sunday. */
  readonly weekend?: readonly number[];
  /** Days on which nobody works, besides the public holidays. */
  readonly closed?: readonly string[];
  /** Days on which they work although they are public holidays, or lie in the weekend. */
  readonly open?: readonly string[];
}

export interface OrganisationDetails {
  /** An IANA time zone. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The part of the country whose holidays are kept, as `date-holidays` names it. */
  readonly region?: string;
  readonly calendar?: OwnCalendar;
  /**
   * Countries (ISO 3166-1 alpha-2), or states of them (ISO 3166-2, as `US-NY`), to whose patients it gives clinical opinions.
   * Left out: its own country alone, or its own state where states give the licences.
   */
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
