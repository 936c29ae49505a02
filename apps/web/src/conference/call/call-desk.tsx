import { useState } from "react";
import { useTranslations } from "use-intl";
import { useIsWidth } from "../../design/width.ts";
import { CallBar } from "./call-bar.tsx";
import { CallNotes } from "./call-notes.tsx";
import type { CallParts } from "./call-page.tsx";
import { Controls } from "./controls.tsx";
import { Middle } from "./middle.tsx";
import { PictureNote } from "./picture-note.tsx";
import { Tiles } from "./tiles.tsx";
import { useCallKeys } from "./use-call-keys.ts";
import { useFocusFirst } from "./use-focus-first.ts";

/** On a desk: faces, what is shown, and what is written down, beside each other. */
export function CallDesk({ middle, stage, notes }: CallParts) {
  const t = useTranslations("call");
  const hasRoom = useIsWidth("wide");
  const [wantsNotes, setWantsNotes] = useState(hasRoom);
  const first = useFocusFirst();
  useCallKeys();
  const areNotesOpen = notes !== null && wantsNotes;
  return (
    <div className="call" data-box>
      <CallBar />
      <CallNotes>
        <PictureNote />
      </CallNotes>
      <main
        ref={first}
        id="content"
        tabIndex={-1}
        className="call-columns"
        data-notes={areNotesOpen || undefined}
        data-faces={middle.on === "faces" || undefined}
      >
        {middle.on !== "faces" && <Tiles as="strip" />}
        <Middle middle={middle} stage={stage} />
        {areNotesOpen && (
          <aside className="call-side" aria-label={t("notes")}>
            {notes}
          </aside>
        )}
      </main>
      <Controls
        middle={middle}
        {...(notes !== null && {
          notes: { isOpen: areNotesOpen, toggle: () => setWantsNotes(!areNotesOpen) },
        })}
      />
    </div>
  );
}
