import type { TextBlock } from "@consilium/clinical";
import { MarkedWords } from "./marked-words.tsx";

/** A narrative as its source laid it out: headings, paragraphs, lists, tables. */
export function RecordBlocks({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  return (
    <div className="record-blocks" dir="auto">
      {blocks.map((block, at) => (
        <Block key={at} block={block} of={`block.${at}`} />
      ))}
    </div>
  );
}

function Block({ block, of }: { readonly block: TextBlock; readonly of: string }) {
  switch (block.type) {
    case "heading": {
      const Heading = block.level === 2 ? "h3" : "h4";
      return (
        <Heading>
          <MarkedWords of={of} text={block.text} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <MarkedWords of={of} text={block.text} />
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <MarkedWords of={`${of}.item.${at}`} text={item} />
            </li>
          ))}
        </List>
      );
    }
    case "table":
      return <BlockTable block={block} of={of} />;
  }
}

function BlockTable({
  block,
  of,
}: {
  readonly block: Extract<TextBlock, { type: "table" }>;
  readonly of: string;
}) {
  return (
    // A wide table scrolls by itself, by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="record-table" tabIndex={0}>
      <table>
        {block.head.length > 0 && (
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={at} scope="col">
                  <MarkedWords of={`${of}.head.cell.${at}`} text={cell} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={at}>
                  <MarkedWords of={`${of}.row.${line}.cell.${at}`} text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
