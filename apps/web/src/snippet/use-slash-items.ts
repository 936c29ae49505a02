import { templatedSections } from "@consilium/clinical";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useTemplates } from "../opinion/templates/use-templates.ts";
import { type TextSpot, useTextHooks } from "../opinion/text-hooks.ts";
import { partsOfTemplate, type SlashItem, snippetsFor } from "./slash-items.ts";
import { snippetsQuery } from "./snippet-api.ts";

/** All that "/" offers at this place: my snippets, the parts of the section's template, and what the tools do. */
export function useSlashItems({ place, document }: TextSpot): readonly SlashItem[] {
  const t = useTranslations("snippet");
  const tools = useTranslations("opinion.tool");
  const { data } = useQuery(snippetsQuery);
  const templates = useTemplates();
  const { linkEvidence } = useTextHooks();
  const section = "section" in place && document.startsWith("opinion.") ? place.section : undefined;
  return useMemo(() => {
    const templated = templatedSections.find((name) => name === section);
    const texts = templated ? templates.flatMap(({ sections }) => sections[templated] ?? []) : [];
    return [
      ...snippetsFor(data?.items ?? [], section).map(ofText("snippet")),
      ...texts.flatMap(partsOfTemplate).map(ofText("template")),
      ...(linkEvidence ? [{ kind: "evidence", name: tools("evidence") } as const] : []),
      command(tools("heading"), (chain) => chain.toggleHeading({ level: 2 })),
      command(tools("subheading"), (chain) => chain.toggleHeading({ level: 3 })),
      command(tools("bulletList"), (chain) => chain.toggleBulletList()),
      command(tools("orderedList"), (chain) => chain.toggleOrderedList()),
      command(tools("table"), (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })),
      { kind: "snippets", name: t("mine") } as const,
    ];
  }, [data, templates, section, linkEvidence, t, tools]);
}

const ofText =
  (of: "snippet" | "template") =>
  ({ name, text }: { readonly name: string; readonly text: string }): SlashItem => ({
    kind: "text",
    of,
    name,
    text,
  });

const command = (name: string, run: Extract<SlashItem, { kind: "command" }>["run"]): SlashItem => ({
  kind: "command",
  name,
  run,
});
