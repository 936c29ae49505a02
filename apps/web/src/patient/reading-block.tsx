import type { ReactNode } from "react";
import type { LaidElement } from "./laid-text.ts";

type Attributes = NonNullable<LaidElement["attrs"]>;

export interface ReadingBlockProps {
  readonly type: string;
  readonly attrs: Attributes;
  readonly children: ReactNode;
}

/** An element of the vocabulary of documents, read only. An empty paragraph keeps its line. */
export function ReadingBlock({ type, attrs, children }: ReadingBlockProps) {
  switch (type) {
    case "heading":
      // One level for both: a text may begin with the smaller one, and no level may be left out below a section's name.
      return <h3 data-level={numberOf(attrs["level"])}>{children}</h3>;
    case "bulletList":
      return <ul>{children}</ul>;
    case "orderedList":
      return <ol start={numberOf(attrs["start"])}>{children}</ol>;
    case "listItem":
      return <li>{children}</li>;
    case "blockquote":
      return <blockquote>{children}</blockquote>;
    case "hardBreak":
      return <br />;
    case "table":
      return (
        <div className="reading-table">
          <table>
            <tbody>{children}</tbody>
          </table>
        </div>
      );
    case "tableRow":
      return <tr>{children}</tr>;
    case "tableHeader":
      return <th {...spansOf(attrs)}>{children}</th>;
    case "tableCell":
      return <td {...spansOf(attrs)}>{children}</td>;
    default:
      return <p>{children || <br />}</p>;
  }
}

const spansOf = (attrs: Attributes) => ({
  colSpan: numberOf(attrs["colspan"]),
  rowSpan: numberOf(attrs["rowspan"]),
});

const numberOf = (value: Attributes[string] | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;
