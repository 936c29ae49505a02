import type { Section } from "@consilium/workspace";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { afterPainting, whenIdle } from "../design/later.ts";
import { keepInPlace } from "./keep-in-place.ts";
import { nextToBuild } from "./next-to-build.ts";

/** How far outside the screen a section counts as near. */
const margin = "800px";

/**
 * Which sections are built: at first the one that is read, so that it can be written in at once; then one after the other, those
 * near the screen after each painting, the far ones when the browser has nothing else to do. Before printing, all of them.
 * `isWhole`: the far ones too. Whoever reads sees nothing move.
 */
export function useBuiltSections(
  sections: readonly Section[],
  current: Section,
  isWhole: boolean,
): ReadonlySet<Section> {
  const [built, setBuilt] = useState<ReadonlySet<Section>>(() => new Set([current]));
  const near = useNearSections(sections);
  if (!built.has(current)) setBuilt(new Set([...built, current]));
  useEffect(() => {
    const next = nextToBuild({ sections, current, built, near, isWhole });
    if (next === undefined) return undefined;
    const build = () => keepInPlace(() => flushSync(() => setBuilt((now) => new Set([...now, next]))));
    return near.has(next) ? afterPainting(build) : whenIdle(build);
  }, [sections, current, built, near, isWhole]);
  useEffect(() => {
    const buildAll = () => flushSync(() => setBuilt(new Set(sections)));
    window.addEventListener("beforeprint", buildAll);
    return () => window.removeEventListener("beforeprint", buildAll);
  }, [sections]);
  return built;
}

function useNearSections(sections: readonly Section[]): ReadonlySet<Section> {
  const [near, setNear] = useState<ReadonlySet<Section>>(() => new Set());
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const come = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target.id);
        setNear((now) => now.union(new Set(sections.filter((section) => come.includes(idOf(section))))));
      },
      { rootMargin: margin },
    );
    for (const section of sections) {
      const block = document.getElementById(idOf(section));
      if (block) observer.observe(block);
    }
    return () => observer.disconnect();
  }, [sections]);
  return near;
}

const idOf = (section: Section): string => `section-${section}`;
