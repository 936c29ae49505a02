import type { Block, Cell, Inline, Report } from "@consilium/report";
import { Link } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext } from "react";
import { useCase } from "../case/case-context.ts";

interface Places {
  readonly places: Report["places"];
  /** Whether their records can be opened. */
  readonly isInCase: boolean;
}

/** The places of the report whose words are shown. */
export const PlacesContext = createContext<Places>({ places: [], isInCase: false });

/** Words of a report. They never change, so the place of each is what tells it apart. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => <OneBlock key={at} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }): ReactNode {
  switch (block.type) {
    case "paragraph":
      return (
        <p dir="auto">
          <Inlines content={block.content} />
        </p>
      );
    case "heading":
      return (
        <h3 dir="auto">
          <Inlines content={block.content} />
        </h3>
      );
    case "quote":
      return (
        <blockquote dir="auto">
          <Blocks blocks={block.content} />
        </blockquote>
      );
    case "list":
      return <Items start={block.start} items={block.items} />;
    case "table":
      return <WordsTable head={block.head} body={block.body} />;
  }
}

function Items({ start, items }: Pick<Extract<Block, { type: "list" }>, "start" | "items">) {
  const rows = items.map((item, at) => (
    <li key={at}>
      <Blocks blocks={item} />
    </li>
  ));
  return start === null ? <ul>{rows}</ul> : <ol start={start}>{rows}</ol>;
}

function WordsTable({ head, body }: Pick<Extract<Block, { type: "table" }>, "head" | "body">) {
  return (
    <div className="report-table">
      <table>
        {head.length > 0 && (
          <thead>
            {head.map((row, at) => (
              <CellRow key={at} row={row} />
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row, at) => (
            <CellRow key={at} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CellRow = ({ row }: { readonly row: readonly Cell[] }) => (
  <tr>
    {row.map(({ isHeader, colspan, rowspan, content }, at) => {
      const Tag = isHeader ? "th" : "td";
      return (
        <Tag key={at} colSpan={colspan} rowSpan={rowspan}>
          <Blocks blocks={content} />
        </Tag>
      );
    })}
  </tr>
);

const Inlines = ({ content }: { readonly content: readonly Inline[] }) =>
  content.map((inline, at) => <OneInline key={at} inline={inline} />);

function OneInline({ inline }: { readonly inline: Inline }): ReactNode {
  switch (inline.type) {
    case "break":
      return <br />;
    case "place":
      return <PlaceLink letter={inline.letter} words={inline.words} />;
    case "text": {
      const { text, bold, italic, href } = inline;
      const leaning = italic ? <i>{text}</i> : text;
      const words = bold ? <b>{leaning}</b> : leaning;
      return href === null ? (
        words
      ) : (
        <a href={href} rel="noreferrer noopener" target="_blank">
          {words}
        </a>
      );
    }
  }
}

interface PlaceLinkProps {
  readonly letter: string;
  /** As the sentence calls it; null: as the place is called. */
  readonly words?: string | null;
}

/** A place of a record, called as the text calls it, with the way to the record. */
export function PlaceLink({ letter, words: called = null }: PlaceLinkProps) {
  const { places, isInCase } = useContext(PlacesContext);
  const place = places.find((one) => one.letter === letter);
  if (!place) return null;
  const words = called ?? place.words;
  const { record } = place;
  return isInCase && record !== null ? (
    <RecordLink record={record}>{words}</RecordLink>
  ) : (
    <span className="report-place">{words}</span>
  );
}

function RecordLink({ record, children }: { readonly record: string; readonly children: string }) {
  const { caseId } = useCase();
  return (
    <Link
      className="report-place"
      to="/cases/$caseId/records/$recordId"
      params={{ caseId, recordId: record }}
    >
      {children}
    </Link>
  );
}
