import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Check } from './glyphs.tsx';

export interface MenuItem {
  /** Unique in its menu; also the React key. */
  id: string;
  label: string;
  description?: string;
  icon?: ReactNode;
  disabled?: boolean;
  danger?: boolean;
  /** For choices: whether this is the present one. */
  chosen?: boolean;
  onSelect: () => void;
}

export interface MenuGroup {
  label: string;
  items: readonly MenuItem[];
}

export interface MenuProps {
  /** A button of this library (or any element that takes a ref and props). */
  trigger: ReactElement<Record<string, unknown>>;
  items: readonly (MenuItem | MenuGroup)[];
  align?: 'start' | 'center' | 'end';
  className?: string;
  /** Where the focus goes when it closes: an element, false = nowhere. The trigger, unless this is given. */
  focusAfter?: () => HTMLElement | boolean;
}

/** A list of actions under a button: arrow keys, first letters, Escape. */
export function Menu({ trigger, items, align = 'start', className, focusAfter }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="u-float" align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup
            className={classNames('u-menu', className)}
            {...(focusAfter ? { finalFocus: focusAfter } : {})}
          >
            {items.map((item) =>
              'items' in item ? (
                <Base.Group key={item.label}>
                  <Base.GroupLabel className="u-menu-label">{item.label}</Base.GroupLabel>
                  {item.items.map(entry)}
                </Base.Group>
              ) : (
                entry(item)
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function entry({ id, label, description, icon, disabled, danger, chosen, onSelect }: MenuItem) {
  return (
    <Base.Item
      key={id}
      label={label}
      disabled={disabled ?? false}
      className={classNames('u-menu-item', danger && 'u-menu-danger')}
      onClick={onSelect}
    >
      {icon && <span className="u-menu-icon">{icon}</span>}
      <span className="u-menu-words">
        <span>{label}</span>
        {description && <span className="u-menu-note">{description}</span>}
      </span>
      {chosen && <Check />}
    </Base.Item>
  );
}
