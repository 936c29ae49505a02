import "./desk.css";
import { type Section, sectionsOf } from "@consilium/workspace";
import { useSearch } from "@tanstack/react-router";
import type { Editor } from "@tiptap/core";
import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { CaseBanners } from "../case/case-banners.tsx";
import { CaseBar } from "../case/case-bar.tsx";
import { useCase } from "../case/case-context.ts";
import type { BoundDocument, OpenState } from "../case/document-state.ts";
import { useShowPlace } from "../case/use-presence.ts";
import { useIsWidth } from "../design/width.ts";
import { AnswersOfIntake } from "../intake/answers-of-intake.tsx";
import { QuestionsOfCase } from "../question/questions-of-case.tsx";
import { EvidenceAround } from "../record/evidence-room.tsx";
import { RecordBeside } from "../record/record-beside.tsx";
import { SnippetsAround } from "../snippet/snippets-around.tsx";
import { TextThreads } from "../thread/text-threads.tsx";
import { ThreadGutterOfDesk } from "../thread/thread-gutter.tsx";
import { BeforeYouSign } from "./checks/before-you-sign.tsx";
import { useStanding } from "./checks/use-standing.ts";
import { DeskContext } from "./desk-context.ts";
import { DeskFoot } from "./desk-foot.tsx";
import { DeskTabs } from "./desk-tabs.tsx";
import { DeskTools } from "./desk-tools.tsx";
import { PaneHead } from "./pane-head.tsx";
import { RemoteSummary } from "./remote-summary.tsx";
import { SectionBlock } from "./section-block.tsx";
import { SectionNav } from "./section-nav.tsx";
import type { TextKind } from "./text-routes.ts";
import { useBuiltSections } from "./use-built-sections.ts";
import { useDeskWay } from "./use-desk-way.ts";

export interface TextDeskProps {
  readonly bound: BoundDocument;
  /** Of a live document. */
  readonly state?: OpenState;
  readonly name: string;
  readonly kind: TextKind;
  /** As the address names it. */
  readonly section: string;
  readonly isEditable: boolean;
  readonly banner?: ReactNode;
  /** The next step, in the bar. */
  readonly action?: ReactNode;
}

/** A text of the case, open for writing or reading: its sections, how they stand, who is where. */
export function TextDesk(props: TextDeskProps) {
  const { bound, state, name, kind, isEditable, banner, action } = props;
  const t = useTranslations();
  const sections: readonly Section[] = sectionsOf(kind);
  const current = sections.find((section) => section === props.section) ?? sections[0] ?? "notes";
  const { doc, undo, awareness, onUnbind } = bound;
  const way = useDeskWay(kind, current, isEditable, doc);
  const { goTo, cameTo } = way;
  const desk = useMemo(
    () => ({ doc, undo, awareness, onUnbind, name, kind, isEditable, sections, current, goTo, cameTo }),
    [doc, undo, awareness, onUnbind, name, kind, isEditable, sections, current, goTo, cameTo],
  );
  useShowPlace(name, current);
  return (
    <DeskContext value={desk}>
      <div className="desk">
        <DocumentTitle page={t(`workspace.text.${kind}`)} />
        <CaseBar action={action} />
        <CaseBanners state={state} />
        {banner}
        <EvidenceAround>
          <TextThreads>
            <SnippetsAround>
              <DeskBody {...props} sections={sections} current={current} onReady={way.register} />
            </SnippetsAround>
          </TextThreads>
        </EvidenceAround>
        <RemoteSummary doc={doc} name={name} sections={sections} />
      </div>
    </DeskContext>
  );
}

interface DeskBodyProps extends TextDeskProps {
  readonly sections: readonly Section[];
  readonly current: Section;
  readonly onReady: (section: Section, editor: Editor) => (() => void) | undefined;
}

/** The same element at each rendering: the list of sections is drawn anew only where it changed. */
const tools = <DeskTools />;

function DeskBody({ bound, kind, isEditable, sections, current, onReady }: DeskBodyProps) {
  const { isNarrow, hasNav } = useRoom();
  const built = useBuiltSections(sections, current, !isNarrow);
  // Who reads blind signs nothing.
  const isBlind = useCase().detail.seat.mode === "blind";
  const isChecked = kind === "opinion" && isEditable && !isBlind;
  const standing = useStanding(bound.doc, sections, isChecked);
  const panel = isChecked && standing && <BeforeYouSign {...standing} />;
  return (
    <>
      <div className="desk-body">
        {hasNav && (
          <aside className="desk-nav">
            <SectionNav standing={standing} tools={tools} />
          </aside>
        )}
        <RecordBeside />
        <MainContent name="desk-main">
          <TextTitle kind={kind} />
          {!hasNav && <PaneHead standing={standing} />}
          <div className="desk-text">
            {sections.map((section, at) => (
              <SectionBlock
                key={section}
                section={section}
                number={at + 1}
                isBuilt={built.has(section)}
                onReady={onReady}
              />
            ))}
            {(kind === "story" || kind === "referral") && <BelowAsking doc={bound.doc} />}
            {isNarrow ? panel : <ThreadGutterOfDesk />}
          </div>
        </MainContent>
      </div>
      {isNarrow ? <DeskTabs /> : <DeskFoot standing={standing} panel={panel} />}
    </>
  );
}

/** What was asked and answered step by step, below the words of whoever asks. */
function BelowAsking({ doc }: Pick<BoundDocument, "doc">) {
  return (
    <>
      <QuestionsOfCase />
      <AnswersOfIntake doc={doc} />
    </>
  );
}

/** On a telephone everything stands in one column; the list of sections needs a wide screen and no record beside the text. */
function useRoom() {
  const isNarrow = useIsWidth("narrow");
  const isWide = useIsWidth("wide");
  const { record } = useSearch({ strict: false });
  return { isNarrow, hasNav: isWide && record === undefined };
}

/** The bar shows which text it is; a screen reader hears it. */
function TextTitle({ kind }: Pick<TextDeskProps, "kind">) {
  const t = useTranslations("workspace.text");
  return <h1 className="visually-hidden">{t(kind)}</h1>;
}
