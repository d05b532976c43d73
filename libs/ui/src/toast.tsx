import { Toast as Base } from '@base-ui/react/toast';
import { useMemo, type ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { X } from './glyphs.tsx';

export interface ToastOptions {
  /** The same id replaces what is shown. */
  id?: string;
  text: string;
  tone?: 'plain' | 'danger';
  /** Milliseconds; 0 = until closed. Time stands still while it is hovered or focused. */
  timeout?: number;
  action?: { label: string; onSelect: () => void };
  /** Called when it goes, by time, by hand or by its action. */
  onClose?: () => void;
}

/** Room for toasts. `label` names the region; F6 moves the focus there and back. */
export function ToastProvider({
  label,
  closeLabel,
  children,
}: {
  label: string;
  closeLabel: string;
  children: ReactNode;
}) {
  return (
    <Base.Provider timeout={5000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="u-toasts" aria-label={label}>
          <Toasts closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className="u-toast" swipeDirection={['down', 'right']}>
      <Base.Content className="u-toast-content">
        <Base.Title className="u-toast-text" render={<p />} />
        {toast.actionProps && (
          <Base.Action className="u-button u-button-quiet u-button-small u-toast-action" />
        )}
        <Base.Close render={<IconButton label={closeLabel} size="small" icon={<X />} />} />
      </Base.Content>
    </Base.Root>
  ));
}

/** Says something in passing: what happened, and how to undo it. Never the only place where an error shows. */
export function useToast() {
  const { add, close } = Base.useToastManager();
  return useMemo(
    () => ({
      show({ id, text, tone = 'plain', timeout, action, onClose }: ToastOptions): string {
        const shown: string = add({
          ...(id ? { id } : {}),
          title: text,
          type: tone,
          priority: tone === 'danger' ? 'high' : 'low',
          ...(timeout === undefined ? {} : { timeout }),
          ...(onClose ? { onClose } : {}),
          ...(action
            ? {
                actionProps: {
                  children: action.label,
                  onClick: () => {
                    action.onSelect();
                    close(shown);
                  },
                },
              }
            : {}),
        });
        return shown;
      },
      close: (id: string) => close(id),
    }),
    [add, close],
  );
}
