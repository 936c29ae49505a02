import type { DifferenceBlock } from "@consilium/workspace";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface HistoryBlockProps {
  readonly type: string;
  readonly attrs: DifferenceBlock["attrs"];
  readonly isChanged: boolean;
  readonly children: ReactNode;
}

/** An element of the vocabulary as it stood. An empty paragraph keeps its line. */
export function HistoryBlock({ type, attrs, isChanged, children }: HistoryBlockProps) {
  const t = useTranslations("history");
  const changed = isChanged || undefined;
  switch (type) {
    case "heading":
      return attrs["level"] === 3 ? (
        <h5 data-changed={changed}>{children}</h5>
      ) : (
        <h4 data-changed={changed}>{children}</h4>
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
    case "table":
      return (
        <div className="history-table">
          <table>
            <tbody>{children}</tbody>
          </table>
        </div>
      );
    case "tableRow":
      return <tr data-changed={changed}>{children}</tr>;
    case "tableHeader":
      return (
        <th colSpan={numberOf(attrs["colspan"])} rowSpan={numberOf(attrs["rowspan"])}>
          {children}
        </th>
      );
    case "tableCell":
      return (
        <td colSpan={numberOf(attrs["colspan"])} rowSpan={numberOf(attrs["rowspan"])}>
          {children}
        </td>
      );
    case "evidence":
      return (
        <span className="history-evidence" data-changed={changed}>
          {t("evidence")}
        </span>
      );
    default:
      return <p data-changed={changed}>{children || <br />}</p>;
  }
}

const numberOf = (value: DifferenceBlock["attrs"][string] | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;
