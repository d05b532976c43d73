import { Button, StateMark } from '@gonggo/ui';
import { useState } from 'react';
import { useMe } from '../session/me.ts';
import { useWords } from '../words/use-words.ts';
import { TotpOff } from './totp-off.tsx';
import { TotpSetUpDialog } from './totp-set-up.tsx';

/** Two-step sign-in: on or off. */
export function TotpPanel() {
  const { me: text } = useWords();
  const me = useMe();
  const [dialog, setDialog] = useState<'on' | 'off' | null>(null);
  return (
    <section className="a-panel" aria-labelledby="me-totp">
      <h2 id="me-totp">{text.totp}</h2>
      {me.totp ? (
        <>
          <p>
            <StateMark tone="ok">{text.totpOn(me.recoveryCodesLeft)}</StateMark>
          </p>
          <Button className="a-start" onClick={() => setDialog('off')}>
            {text.totpEnd}
          </Button>
        </>
      ) : (
        <>
          <p className="a-quiet">{text.totpOff}</p>
          <Button className="a-start" onClick={() => setDialog('on')}>
            {text.totpBegin}
          </Button>
        </>
      )}
      {dialog === 'on' && <TotpSetUpDialog onClose={() => setDialog(null)} />}
      {dialog === 'off' && <TotpOff onClose={() => setDialog(null)} />}
    </section>
  );
}
