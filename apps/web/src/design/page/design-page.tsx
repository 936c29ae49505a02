import "./design-page.css";
import { DocumentTitle } from "../../app/document-title.tsx";
import { MainContent } from "../../app/main-content.tsx";
import { Logo } from "../logo.tsx";
import { PageTitle } from "../page-title.tsx";
import { Colours, People } from "./colours.tsx";
import { Actions, Fields } from "./controls.tsx";
import { Agreement, Evidence, SavedStates, States, Times } from "./marks.tsx";
import { Banners, PlacesOfAPhone, Texts, Threads, WholeStates } from "./parts.tsx";
import { sections } from "./samples.ts";

/**
 * The visual language on one page, made of the components themselves. It needs no session and shows no data of anybody, so
 * it is served everywhere; nothing links to it.
 */
export function DesignPage() {
  return (
    <MainContent name="design-page">
      <DocumentTitle page={sections.title} />
      <header className="design-head">
        <PageTitle lede={sections.lede}>{sections.title}</PageTitle>
        <Logo />
      </header>
      <Colours />
      <People />
      <States />
      <Times />
      <Agreement />
      <Evidence />
      <SavedStates />
      <Actions />
      <Fields />
      <Banners />
      <Threads />
      <PlacesOfAPhone />
      <WholeStates />
      <Texts />
    </MainContent>
  );
}
