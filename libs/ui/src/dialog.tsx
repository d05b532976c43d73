import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from './glyphs.tsx';
import { useRef, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** `side` slides in from the edge: panels on narrow screens. */
  size?: 'small' | 'normal' | 'wide' | 'full' | 'side';
  /** Neither a press outside nor Escape closes it: for dialogs that hold work. */
  stay?: boolean;
  initialFocus?: RefObject<HTMLElement | null>;
  footer?: ReactNode;
  children?: ReactNode;
}

/** Where one begins to type; none = the dialog's first button. */
const firstField = (body: HTMLElement | null): HTMLElement | null =>
  body?.querySelector<HTMLElement>(
    ':is(input, textarea, select):not(:disabled, [type="hidden"], [type="file"], [type="checkbox"], [type="radio"])',
  ) ?? null;

/**
 * A modal dialog: focus moves to its first field, stays in, and goes back where it came from. Escape closes it,
 * unless it is to stay.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  closeLabel,
  size = 'normal',
  stay = false,
  initialFocus,
  footer,
  children,
}: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      disablePointerDismissal={stay}
      onOpenChange={(now, { reason }) => {
        if (!now && !(stay && reason === 'escape-key')) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="u-scrim" />
        <Base.Popup
          className={classNames('u-dialog', `u-dialog-${size}`)}
          initialFocus={initialFocus ?? (() => firstField(body.current) ?? true)}
        >
          <header className="u-dialog-head">
            <Base.Title className="u-dialog-title">{title}</Base.Title>
            <Base.Close render={<IconButton label={closeLabel} icon={<X />} />} />
          </header>
          {description && <Base.Description className="u-dialog-note">{description}</Base.Description>}
          {children && (
            <div ref={body} className="u-dialog-body">
              {children}
            </div>
          )}
          {footer && <footer className="u-dialog-foot">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
