import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { person } from "./identity.ts";
import { organisation } from "./organisation.ts";

/** What a programme writes itself beside the content that comes along. */
export const organisationContentKinds = ["template", "list", "safety"] as const;

/** Every version of it, insert-only. Nothing in it is of a patient, so nothing is sealed. */
export const organisationContent = pgTable(
  "organisation_content",
  {
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisation.id),
    kind: text("kind", { enum: organisationContentKinds }).notNull(),
    /** Of a template a ULID, of a list its specialty; of the words of safety, of which there is one, `safety`. */
    id: text("id").notNull(),
    /** From 1. */
    version: integer("version").notNull(),
    /** Null: taken back with this version. */
    body: jsonb("body"),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.kind, table.id, table.version] })],
);
