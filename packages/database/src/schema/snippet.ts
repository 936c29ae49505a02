import { index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { person } from "./identity.ts";

/** Words that somebody writes again and again. They are of no patient, so nothing is sealed. */
export const snippet = pgTable(
  "snippet",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    name: text("name").notNull(),
    /** The section of an opinion that it is for; null: any. */
    section: text("section"),
    /** Light Markdown, as a template has it. */
    text: text("text").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [index("snippet_person").on(table.personId, table.name)],
);
