import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { coordinates } from "../coordination/coordination-api.ts";
import { CoordinatorActions } from "../coordination/coordinator-actions.tsx";
import { Menu, MenuGroup } from "../design/menu.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { useCase } from "./case-context.ts";

export interface More {
  /** Of a menu that has nothing else. */
  readonly name: string;
  /** Above them in a menu that has more. */
  readonly group: string;
  /** `MenuItem`s. */
  readonly items: ReactNode;
}

/** One menu in the bar of a case: what else can be done with what is open, and for whoever coordinates the steps of the case. */
export function CaseMenu({ more }: { readonly more: More | undefined }) {
  const { detail } = useCase();
  if (detail.commands.includes(coordinates))
    return <CoordinatorActions items={more && <MenuGroup label={more.group}>{more.items}</MenuGroup>} />;
  return more && <MoreMenu {...more} />;
}

/** A menu of its own. */
export const MoreMenu = ({ name, items }: Omit<More, "group">) => (
  <Menu target={<ToolbarButton icon={<IconDots size="1.125rem" stroke={1.75} aria-hidden />} label={name} />}>
    {items}
  </Menu>
);
