import { nameOf } from "../file-name.ts";
import type { OutcomeReason } from "../reasons.ts";

/** What systems leave in folders for themselves. */
const system = /^(?:\.ds_store|thumbs\.db|ehthumbs\.db|desktop\.ini|\.localized|icon\r|\._.*)$/i;
const systemFolder =
  /(?:^|\/)(?:__MACOSX|\$RECYCLE\.BIN|System Volume Information|\.Trashes|\.fseventsd|\.Spotlight-V100)\//i;

/** What the viewer on a disc brings along, where its content alone would pass for text or an archive. */
const program = /^(?:autorun\.inf|.*\.(?:exe|dll|ocx|sys|com|bat|cmd|msi|cab|jar|vbs|ps1|scr|lnk|inf))$/i;

/** By name, because these have no content of their own that says so. Null: look at the content. */
export function junkReason(path: string): OutcomeReason | null {
  const name = nameOf(path);
  if (system.test(name) || systemFolder.test(path)) return "system-file";
  return program.test(name) ? "program-not-kept" : null;
}
