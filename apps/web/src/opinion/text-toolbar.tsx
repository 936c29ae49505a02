import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconBookmarkPlus,
  IconColumnInsertRight,
  IconH2,
  IconH3,
  IconItalic,
  IconLineScan,
  IconLink,
  IconList,
  IconListNumbers,
  IconMessagePlus,
  IconRowInsertBottom,
  IconTable,
  IconTableOff,
} from "@tabler/icons-react";
import type { ChainedCommands, Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type ComponentType, useState } from "react";
import { useTranslations } from "use-intl";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { useDesk } from "./desk-context.ts";
import { LinkDialog } from "./link-dialog.tsx";
import type { ActiveText } from "./section-frame.ts";
import { useTextHooks } from "./text-hooks.ts";

interface Tool {
  readonly name:
    | "heading"
    | "subheading"
    | "bold"
    | "italic"
    | "bulletList"
    | "orderedList"
    | "table"
    | "addRow"
    | "addColumn"
    | "deleteTable";
  readonly Icon: ComponentType<{ readonly size: string; readonly stroke: number }>;
  readonly keys?: string;
  readonly isOn?: (editor: Editor) => boolean;
  readonly run: (chain: ChainedCommands) => ChainedCommands;
}

const tools: readonly Tool[] = [
  {
    name: "heading",
    Icon: IconH2,
    keys: "Control+Alt+2",
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    run: (chain) => chain.toggleHeading({ level: 2 }),
  },
  {
    name: "subheading",
    Icon: IconH3,
    keys: "Control+Alt+3",
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
    run: (chain) => chain.toggleHeading({ level: 3 }),
  },
  {
    name: "bold",
    Icon: IconBold,
    keys: "Control+B",
    isOn: (editor) => editor.isActive("bold"),
    run: (chain) => chain.toggleBold(),
  },
  {
    name: "italic",
    Icon: IconItalic,
    keys: "Control+I",
    isOn: (editor) => editor.isActive("italic"),
    run: (chain) => chain.toggleItalic(),
  },
  {
    name: "bulletList",
    Icon: IconList,
    keys: "Control+Shift+8",
    isOn: (editor) => editor.isActive("bulletList"),
    run: (chain) => chain.toggleBulletList(),
  },
  {
    name: "orderedList",
    Icon: IconListNumbers,
    keys: "Control+Shift+7",
    isOn: (editor) => editor.isActive("orderedList"),
    run: (chain) => chain.toggleOrderedList(),
  },
];

const outsideTable: readonly Tool[] = [
  {
    name: "table",
    Icon: IconTable,
    run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
];

const insideTable: readonly Tool[] = [
  { name: "addRow", Icon: IconRowInsertBottom, run: (chain) => chain.addRowAfter() },
  { name: "addColumn", Icon: IconColumnInsertRight, run: (chain) => chain.addColumnAfter() },
  { name: "deleteTable", Icon: IconTableOff, run: (chain) => chain.deleteTable() },
];

const look = { size: "1.125rem", stroke: 1.75 };

/** The tools of the text that has the cursor. Pressing one leaves the cursor where it is. */
export function TextToolbar({ active }: { readonly active: ActiveText }) {
  const t = useTranslations("opinion");
  const { editor } = active;
  const isInTable = useEditorState({ editor, selector: (now) => now.editor.isActive("table") });
  return (
    <div
      className="text-toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label={t("tools")}
      onMouseDown={(event) => event.preventDefault()}
    >
      {[...tools, ...(isInTable ? insideTable : outsideTable)].map((tool) => (
        <FormatButton key={tool.name} tool={tool} editor={editor} />
      ))}
      <LinkButton editor={editor} />
      <HookButtons active={active} />
      <UndoButtons />
    </div>
  );
}

function FormatButton({ tool, editor }: { readonly tool: Tool; readonly editor: Editor }) {
  const t = useTranslations("opinion");
  const { Icon, isOn, keys, run } = tool;
  const on = useEditorState({ editor, selector: (now) => isOn?.(now.editor) ?? false });
  return (
    <ToolbarButton
      icon={<Icon {...look} />}
      label={t(`tool.${tool.name}`)}
      {...(keys && { keys })}
      {...(isOn && { isOn: on })}
      onClick={() => run(editor.chain().focus()).run()}
    />
  );
}

function LinkButton({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("opinion");
  const [isAsked, ask] = useState(false);
  const on = useEditorState({ editor, selector: (now) => now.editor.isActive("link") });
  return (
    <>
      <ToolbarButton
        icon={<IconLink {...look} />}
        label={t("tool.link")}
        isOn={on}
        onClick={() => ask(true)}
      />
      {isAsked && <LinkDialog editor={editor} onClose={() => ask(false)} />}
    </>
  );
}

/** Only what somebody around the text can do. */
function HookButtons({ active: { editor, spot } }: { readonly active: ActiveText }) {
  const t = useTranslations("opinion");
  const { comment, linkEvidence, keepSnippet } = useTextHooks();
  return (
    <>
      {linkEvidence && (
        <ToolbarButton
          icon={<IconLineScan {...look} />}
          label={t("tool.evidence")}
          keys="Control+E"
          onClick={() => linkEvidence(spot, editor)}
        />
      )}
      {comment && (
        <ToolbarButton
          icon={<IconMessagePlus {...look} />}
          label={t("tool.comment")}
          keys="Control+Alt+M"
          onClick={() => comment(spot, editor)}
        />
      )}
      {keepSnippet && (
        <ToolbarButton
          icon={<IconBookmarkPlus {...look} />}
          label={t("tool.keepSnippet")}
          onClick={() => keepSnippet(spot, editor)}
        />
      )}
    </>
  );
}

function UndoButtons() {
  const t = useTranslations("opinion");
  const { undo } = useDesk();
  return (
    <>
      <ToolbarButton
        icon={<IconArrowBackUp {...look} />}
        label={t("tool.undo")}
        keys="Control+Z"
        onClick={() => undo?.undo()}
      />
      <ToolbarButton
        icon={<IconArrowForwardUp {...look} />}
        label={t("tool.redo")}
        keys="Control+Shift+Z"
        onClick={() => undo?.redo()}
      />
    </>
  );
}
