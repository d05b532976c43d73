import type { Invitation, Role } from '@gonggo/contract';
import { Field, Select, TextInput } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { same } from '../saving/same.ts';
import { client } from '../session/client.ts';
import { momentText } from '../session/dates.ts';
import { spotText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { CopyBox } from '../shell/copy-box.tsx';
import { FormDialog, ShownOnce } from '../shell/form-dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { roleOptions } from './roles.ts';
import { newId } from '../session/new-id.ts';

interface Props {
  onClose: () => void;
  onInvitation: (invitation: Invitation) => void;
}

const blank = { email: '', name: '', byline: '', role: 'author' as Role };

/** Makes an account; its holder sets a password with the link. */
export function InviteDialog({ onClose, onInvitation }: Props) {
  const words = useWords();
  const { accounts, common } = words;
  const queries = useQueryClient();
  const [email, setEmail] = useState(blank.email);
  const [name, setName] = useState(blank.name);
  const [byline, setByline] = useState(blank.byline);
  const [role, setRole] = useState(blank.role);
  const invite = useMutation({
    mutationFn: () =>
      client.accounts.add(
        { email: email.trim(), name: name.trim(), byline: byline.trim(), role },
        { idempotencyKey: newId() },
      ),
    onSuccess: ({ invitation }) => {
      void queries.invalidateQueries({ queryKey: keys.accounts });
      onClose();
      onInvitation(invitation);
    },
  });
  const isEmail = /^[^\s@]+@[^\s@]+$/.test(email.trim());
  const missing = (tried: boolean, value: string) => (tried && !value.trim() ? common.required : undefined);
  return (
    <FormDialog
      title={accounts.inviteTitle}
      onClose={onClose}
      typed={!same({ email, name, byline, role }, blank)}
      verb={accounts.invite}
      ready={isEmail && name.trim() !== ''}
      work={invite}
      size="small"
    >
      {(tried) => (
        <>
          <Field
            label={accounts.email}
            required
            error={
              missing(tried, email) ??
              (tried && !isEmail ? accounts.emailForm : spotText(invite.error, '/email', words))
            }
          >
            <TextInput
              type="email"
              value={email}
              maxLength={254}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          </Field>
          <Field label={accounts.name} hint={accounts.nameHint} required error={missing(tried, name)}>
            <TextInput value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
          </Field>
          <Field label={accounts.byline} hint={accounts.bylineHint}>
            <TextInput
              value={byline}
              maxLength={80}
              onChange={(event) => setByline(event.currentTarget.value)}
            />
          </Field>
          <Field label={accounts.role} hint={words.shell.roleNotes[role]}>
            <Select value={role} options={roleOptions(words)} onSelect={setRole} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

/** The link to hand over: shown this once. */
export function InvitationDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { accounts, language } = useWords();
  return (
    <ShownOnce
      title={accounts.linkTitle}
      text={invitation.url ? accounts.linkText : accounts.linkReplay}
      onClose={onClose}
    >
      {invitation.url && (
        <>
          <CopyBox label={accounts.link} value={invitation.url} />
          <p className="a-quiet">{accounts.until(momentText(invitation.expiresAt, language))}</p>
        </>
      )}
    </ShownOnce>
  );
}
