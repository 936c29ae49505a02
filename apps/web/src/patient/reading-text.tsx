import type { TermFinder } from "@consilium/clinical";
import { readFragment, type TextPlace } from "@consilium/workspace";
import type { ReactNode } from "react";
import type { Doc, XmlFragment } from "yjs";
import { EvidenceLabel } from "./evidence-label.tsx";
import { isLaidRun, type LaidElement, type LaidNode, layText } from "./laid-text.ts";
import { ReadingBlock } from "./reading-block.tsx";
import { ReadingRun } from "./reading-run.tsx";
import { useReadingThreads } from "./reading-threads.ts";
import { type TermInText, TermsContext, termsOfText } from "./terms-of-text.ts";
import { isSamePlace, placeKey } from "./text-place.ts";

export interface ReadingTextProps {
  readonly doc: Doc;
  readonly fragment: XmlFragment;
  readonly where: TextPlace;
  /** Blocks at the beginning that stand elsewhere: the title. */
  readonly without?: number;
  /** The first use of each term it finds is explained on a press. */
  readonly findTerms?: TermFinder | undefined;
}

/** A rich text to be read: React elements, never HTML. Every word knows its place, so that it can be asked about. */
export function ReadingText({ doc, fragment, where, without = 0, findTerms }: ReadingTextProps) {
  const blocks = layText(readFragment(fragment)).slice(without);
  const terms = findTerms ? termsOfText(blocks, findTerms) : none;
  return (
    <TermsContext value={terms}>
      <div className="reading-text" data-place={placeKey(where)}>
        {blocks.map((block, at) => (
          <BlockAndPanel key={keyOf(block, at)} block={block} doc={doc} where={where} next={blocks[at + 1]} />
        ))}
      </div>
    </TermsContext>
  );
}

const none: readonly TermInText[] = [];

interface BlockProps {
  readonly block: LaidNode;
  readonly doc: Doc;
  readonly where: TextPlace;
  readonly next: LaidNode | undefined;
}

/** A thread opens in place, under the paragraph that it is about. */
function BlockAndPanel({ block, doc, where, next }: BlockProps) {
  const { panel } = useReadingThreads();
  const isHere =
    panel !== undefined &&
    isSamePlace(panel.where, where) &&
    panel.end > startOf(block) &&
    (next === undefined || panel.end <= startOf(next));
  return (
    <>
      <Laid node={block} doc={doc} where={where} />
      {isHere && panel.content}
    </>
  );
}

function Laid({
  node,
  doc,
  where,
}: Pick<BlockProps, "doc" | "where"> & { readonly node: LaidNode }): ReactNode {
  if (isLaidRun(node)) return <ReadingRun run={node} where={where} />;
  if (node.type === "evidence") return <EvidenceLabel doc={doc} id={linkOf(node)} />;
  return (
    <ReadingBlock type={node.type} attrs={node.attrs ?? {}}>
      {node.content.length > 0 &&
        node.content.map((inside, at) => (
          <Laid key={keyOf(inside, at)} node={inside} doc={doc} where={where} />
        ))}
    </ReadingBlock>
  );
}

function linkOf({ attrs }: LaidElement): string | undefined {
  const id = attrs?.["id"];
  return typeof id === "string" ? id : undefined;
}

const startOf = (node: LaidNode): number => (isLaidRun(node) ? node.offset : node.start);
const keyOf = (node: LaidNode, at: number): string => `${isLaidRun(node) ? "text" : node.type} ${at}`;
