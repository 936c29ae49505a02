import { Composer } from "./composer.tsx";
import { usePlacedThreads } from "./text-threads-context.ts";
import { ThreadView } from "./thread-view.tsx";
import { useThreads } from "./threads-context.ts";

/** What stands under the paragraph on a telephone: the words that are being written, or the open thread. */
export function OpenPanel() {
  const { draft, openId } = useThreads();
  const placed = usePlacedThreads();
  if (draft) return <Composer key={draft.quote} draft={draft} />;
  const open = placed.find(({ thread }) => thread.id === openId);
  return open && <ThreadView thread={open.thread} isOpen />;
}
