import {
  type DifferenceBlock,
  type DifferenceNode,
  type DifferenceRun,
  isDifferenceRun,
  type Side,
} from "@consilium/workspace";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { HistoryBlock } from "./history-block.tsx";

export interface DifferenceTextProps {
  readonly nodes: readonly DifferenceNode[];
  readonly side: Side;
}

/** One side of a difference: what was taken away is struck on the one, what came is underlined on the other. */
export function DifferenceText({ nodes, side }: DifferenceTextProps): ReactNode {
  const absent = side === "before" ? "added" : "removed";
  return nodes.map((node, at) => {
    if (node.state === absent) return null;
    return isDifferenceRun(node) ? <Run key={at} run={node} /> : <Block key={at} block={node} side={side} />;
  });
}

function Block({ block, side }: { readonly block: DifferenceBlock; readonly side: Side }) {
  const { type, attrs, changed, state, children } = block;
  const before = changed.flatMap(({ name, before: value }) => (value === undefined ? [] : [[name, value]]));
  const shown = side === "before" ? { ...attrs, ...Object.fromEntries(before) } : attrs;
  return (
    <HistoryBlock type={type} attrs={shown} isChanged={state !== "same"}>
      {children.length > 0 && <DifferenceText nodes={children} side={side} />}
    </HistoryBlock>
  );
}

function Run({ run }: { readonly run: DifferenceRun }) {
  const t = useTranslations("history");
  const people = usePeople();
  const { state, moved, insertedBy, deletedBy } = run;
  if (state === "same") return <Marked run={run} />;
  const by = state === "added" ? insertedBy : (deletedBy ?? insertedBy);
  const person = people.get(by.seatId);
  const name = person?.name ?? t("somebody");
  const said = moved
    ? t("moved", { name })
    : state === "added"
      ? t("added", { name })
      : t("removedBy", { name });
  const Element = state === "added" ? "ins" : "del";
  return (
    <Element data-person={person?.colour ?? "slate"} title={said}>
      <Marked run={run} />
    </Element>
  );
}

const elements: Readonly<Record<string, "strong" | "em">> = { bold: "strong", italic: "em" };

function Marked({ run: { text, marks } }: { readonly run: DifferenceRun }): ReactNode {
  return marks.reduce<ReactNode>((inside, { type }) => {
    const Element = elements[type] ?? "span";
    return <Element data-mark={type}>{inside}</Element>;
  }, text);
}
