import { type RefObject, useEffect } from "react";
import { usePresence } from "../../case/use-presence.ts";
import { useFollowed, useShow } from "../../drawn/looking-together.ts";
import { useOwnActs } from "../../drawn/use-own-acts.ts";
import { placeOfSection, scrollTo, type SectionBox, sightAt, sightOfSection } from "./section-sight.ts";

/** The others see what of a text in sections is read here, and whoever is followed is read along. */
export function useSectionSight(name: string, text: RefObject<HTMLElement | null>): void {
  const [following, follow] = useFollowed();
  useOwnActs(text, () => follow(undefined));
  useShowSection(name, text);
  const at = usePresence().find(({ person }) => person.seat === following)?.at;
  const sight = at && sightOfSection(name, at);
  const { section, part } = sight ?? {};
  useEffect(() => {
    const box = text.current;
    if (!box || section === undefined || part === undefined) return;
    const top = scrollTo(box.getBoundingClientRect().top, boxesIn(box), { section, part });
    if (top !== undefined) box.scrollBy({ top, behavior: "instant" });
  }, [text, section, part]);
}

function useShowSection(name: string, text: RefObject<HTMLElement | null>): void {
  const show = useShow();
  useEffect(() => {
    const box = text.current;
    if (!box) return undefined;
    const tell = () => {
      const sight = sightAt(box.getBoundingClientRect().top, boxesIn(box));
      if (sight) show(placeOfSection(name, sight));
    };
    tell();
    box.addEventListener("scroll", tell, { passive: true });
    return () => {
      box.removeEventListener("scroll", tell);
      show(null);
    };
  }, [name, text, show]);
}

const boxesIn = (box: HTMLElement): readonly SectionBox[] =>
  [...box.querySelectorAll(".section-block")].map((block) => {
    const { top, height } = block.getBoundingClientRect();
    return { section: block.id.replace(/^section-/, ""), top, height };
  });
