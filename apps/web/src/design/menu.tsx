import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/Menu.css";
import "./menu.css";
import { Menu as MantineMenu } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";

export interface MenuProps {
  /** A button; gets the menu's attributes and its focus back. */
  readonly target: ReactElement;
  /** `MenuItem`s and `MenuGroup`s. */
  readonly children: ReactNode;
}

export function Menu({ target, children }: MenuProps) {
  return (
    <MantineMenu
      position="bottom-end"
      transitionProps={{ transition: "fade", duration: 200 }}
      classNames={{ dropdown: "menu", item: "menu-item", label: "menu-label", divider: "menu-line" }}
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>{children}</MantineMenu.Dropdown>
    </MantineMenu>
  );
}

export interface MenuItemProps {
  readonly onClick: () => void;
  readonly icon?: ReactNode;
  readonly end?: ReactNode;
  readonly isDanger?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ onClick, icon, end, isDanger = false, children }: MenuItemProps) {
  return (
    <MantineMenu.Item
      onClick={onClick}
      leftSection={icon}
      rightSection={end}
      data-danger={isDanger || undefined}
    >
      {children}
    </MantineMenu.Item>
  );
}

export interface MenuGroupProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function MenuGroup({ label, children }: MenuGroupProps) {
  return (
    <>
      <MantineMenu.Label>{label}</MantineMenu.Label>
      {children}
      <MantineMenu.Divider />
    </>
  );
}
