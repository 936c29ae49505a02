import { pick } from "../pick.ts";
import type { ContactInput } from "../report-input.ts";
import type { ReportDifferential, ReportFinding, ReportOption, ReportRedFlag } from "../report.ts";
import type { Items, PrintedItem } from "./read-items.ts";

export const findingsOf = (items: Items, contacts: readonly ContactInput[]): readonly ReportFinding[] =>
  items("finding").map((item) => ({
    id: item.id,
    text: item.rich("text"),
    modality: item.line("modality"),
    site: item.line("site"),
    first: item.line("first"),
    difference: differenceOf(item),
    consequence: item.line("consequence"),
    places: item.places(),
    contacts: contacts
      .filter((contact) => contact.item === item.id)
      .map((contact) => pick(contact, ["by", "to", "channel", "at", "words"])),
  }));

const differences = ["agrees", "minor", "major"] as const;

const differenceOf = (item: PrintedItem): ReportFinding["difference"] =>
  differences.find((difference) => difference === item.line("difference")) ?? null;

export const differentialsOf = (items: Items): readonly ReportDifferential[] =>
  items("differential").map((item) => ({
    id: item.id,
    name: item.line("name"),
    for: item.rich("for"),
    against: item.rich("against"),
    discriminates: item.rich("discriminates"),
    confidence: item.line("confidence"),
    places: item.places(),
  }));

export const optionsOf = (items: Items): readonly ReportOption[] =>
  items("option").map((item) => ({
    id: item.id,
    label: item.line("label"),
    name: item.line("name"),
    isPreferred: item.isSet("preferred"),
    text: item.rich("text"),
  }));

export const redFlagsOf = (items: Items): readonly ReportRedFlag[] =>
  items("red-flag").map((item) => ({
    id: item.id,
    symptom: item.line("symptom"),
    action: item.rich("action"),
    when: item.line("when"),
  }));
