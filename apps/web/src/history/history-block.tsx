import type { DifferenceBlock } from "@consilium/workspace";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { type ReferenceNames, useReferenceNames } from "./reference-names.ts";

export interface HistoryBlockProps {
  readonly type: string;
  readonly attrs: DifferenceBlock["attrs"];
  readonly isChanged: boolean;
  readonly children: ReactNode;
}

/** An element of the vocabulary as it stood. An empty paragraph keeps its line. */
export function HistoryBlock({ type, attrs, isChanged, children }: HistoryBlockProps) {
  const t = useTranslations("history");
  const names = useReferenceNames();
  const changed = isChanged || undefined;
  switch (type) {
    case "heading":
      // One level for both: a text may begin with the smaller one, and no level may be left out below a section's name.
      return (
        <h4 data-level={numberOf(attrs["level"])} data-changed={changed}>
          {children}
        </h4>
      );
    case "bulletList":
      return <ul>{children}</ul>;
    case "orderedList":
      return <ol start={numberOf(attrs["start"])}>{children}</ol>;
    case "listItem":
      return <li data-changed={changed}>{children}</li>;
    case "blockquote":
      return <blockquote>{children}</blockquote>;
    case "hardBreak":
      return <br />;
    case "evidence":
      return <span className="history-evidence">{nameOf(names, attrs["id"]) ?? t("evidence")}</span>;
    case "table":
    case "tableRow":
    case "tableHeader":
    case "tableCell":
      return (
        <TablePart type={type} attrs={attrs}>
          {children}
        </TablePart>
      );
    default:
      return <p data-changed={changed}>{children || <br />}</p>;
  }
}

interface TablePartProps extends Pick<HistoryBlockProps, "attrs" | "children"> {
  readonly type: "table" | "tableRow" | "tableHeader" | "tableCell";
}

function TablePart({ type, attrs, children }: TablePartProps) {
  if (type === "tableRow") return <tr>{children}</tr>;
  if (type === "table")
    return (
      <div className="history-table">
        <table>
          <tbody>{children}</tbody>
        </table>
      </div>
    );
  const Cell = type === "tableHeader" ? "th" : "td";
  return (
    <Cell colSpan={numberOf(attrs["colspan"])} rowSpan={numberOf(attrs["rowspan"])}>
      {children}
    </Cell>
  );
}

const nameOf = (
  names: ReferenceNames,
  id: DifferenceBlock["attrs"][string] | undefined,
): string | undefined => (typeof id === "string" ? names[id] : undefined);

const numberOf = (value: DifferenceBlock["attrs"][string] | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;
