import { IconCloudOff, IconFileText, IconFolder, IconHome, IconMessage } from "@tabler/icons-react";
import { Banner } from "../banner.tsx";
import { BottomTab, BottomTabs } from "../bottom-tabs.tsx";
import { Button } from "../button.tsx";
import { EmptyState } from "../empty-state.tsx";
import { ErrorState } from "../error-state.tsx";
import { SectionItem, SectionList } from "../section-list.tsx";
import { SkeletonAfter } from "../skeleton-after.tsx";
import { TextField } from "../text-field.tsx";
import { ThreadCard, ThreadEntry } from "../thread-card.tsx";
import { Sample } from "./sample.tsx";
import { amara, banners, ingrid, marisol, places, sections, states, texts, threads } from "./samples.ts";

export function Banners() {
  return (
    <Sample title={sections.banners}>
      <div className="design-wide">
        <Banner
          isBar
          tone="warn"
          title={banners.offline}
          icon={<IconCloudOff size="1.125rem" stroke={1.75} aria-hidden />}
          action={<Button look="quiet">{banners.offlineAction}</Button>}
        >
          {banners.offlineText}
        </Banner>
        <Banner tone="stop" title={banners.stop}>
          {banners.stopText}
        </Banner>
        <Banner tone="draft" title={banners.draft}>
          {banners.draftText}
        </Banner>
        <Banner tone="ok" title={banners.ok} />
      </div>
    </Sample>
  );
}

export function Threads() {
  return (
    <Sample title={sections.threads}>
      <div className="design-gutter">
        <ThreadCard
          author={amara}
          isOpen
          foot={<TextField isLabelHidden label={threads.replyField} placeholder={threads.replyField} />}
        >
          <ThreadEntry author={amara} at={threads.commentAt}>
            <p>{threads.comment}</p>
          </ThreadEntry>
          <ThreadEntry author={ingrid} isMine at={threads.replyAt}>
            <p>{threads.reply}</p>
          </ThreadEntry>
        </ThreadCard>
      </div>
      <div className="design-gutter">
        <ThreadCard author={marisol} isOpen={false}>
          <ThreadEntry
            author={marisol}
            at={threads.questionAt}
            action={<a href="#content">{threads.answer}</a>}
          >
            <p>{threads.question}</p>
          </ThreadEntry>
        </ThreadCard>
      </div>
    </Sample>
  );
}

const icons = [IconHome, IconFileText, IconMessage, IconFolder];
const works = ["done", "in-progress", "not-begun"] as const;

export function PlacesOfAPhone() {
  return (
    <Sample title={sections.places}>
      <div className="design-phone">
        <BottomTabs label={places.tabs}>
          {icons.map((Icon, at) => (
            <BottomTab
              key={Icon.displayName}
              to={at === 0 ? "/design" : "/cases"}
              icon={<Icon size="1.5rem" stroke={1.6} aria-hidden />}
            >
              {places.tabNames[at]}
            </BottomTab>
          ))}
        </BottomTabs>
      </div>
      <div className="design-phone">
        <SectionList label={places.sectionsLabel}>
          {works.map((work, at) => (
            <SectionItem key={work} to={at === 1 ? "/design" : "/cases"} number={at + 4} work={work}>
              {places.sections[at]}
            </SectionItem>
          ))}
        </SectionList>
      </div>
    </Sample>
  );
}

export function WholeStates() {
  return (
    <Sample title={sections.states}>
      <div className="design-frame">
        <EmptyState title={states.emptyTitle} actions={<Button>{states.emptyAction}</Button>}>
          <p>{states.emptyText}</p>
        </EmptyState>
      </div>
      <div className="design-frame">
        <SkeletonAfter>{states.loading}</SkeletonAfter>
      </div>
      <div className="design-frame">
        <ErrorState
          title={states.errorTitle}
          actions={<Button>{states.errorAction}</Button>}
          note={states.errorNote}
        >
          <p>{states.errorText}</p>
        </ErrorState>
      </div>
    </Sample>
  );
}

export function Texts() {
  return (
    <Sample title={sections.text}>
      <div className="design-texts">
        <p data-text="report">{texts.report}</p>
        <p data-text="phone-title">{texts.telephoneTitle}</p>
        <p data-text="page-title">{texts.pageTitle}</p>
        <p data-text="patient">{texts.patient}</p>
        <p data-text="opinion">{texts.opinion}</p>
      </div>
      <div className="design-texts">
        <p data-text="phone">{texts.telephone}</p>
        <p>{texts.desk}</p>
        <p data-text="dense">{texts.dense}</p>
        <p data-text="least">{texts.least}</p>
        <p data-text="arabic-serif" dir="rtl" lang="ar">
          {texts.arabicSerif}
        </p>
        <p data-text="arabic-sans" dir="rtl" lang="ar">
          {texts.arabicSans}
        </p>
      </div>
    </Sample>
  );
}
