import "./items.css";
import type { Section } from "@consilium/workspace";
import { useDesk } from "../desk-context.ts";
import { Answers } from "./answers.tsx";
import { kindsOfSection } from "./item-forms.ts";
import { ItemList } from "./item-list.tsx";

/** The structured parts below a section's text. */
export function ItemsOfSection({ section }: { readonly section: Section }) {
  const { kind } = useDesk();
  if (kind !== "opinion") return null;
  if (section === "answers") return <Answers />;
  const kinds = kindsOfSection[section] ?? [];
  return kinds.map((of, at) => <ItemList key={of} kind={of} isNamed={at > 0} />);
}
