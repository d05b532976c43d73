import type { Invitation, Role } from '@gonggo/contract';
import { Button, Dialog, Field, Notice, Select, TextInput } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { client } from '../session/client.ts';
import { momentText } from '../session/dates.ts';
import { problemText, spotText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { CopyBox } from '../shell/copy-box.tsx';
import { useWords } from '../words/use-words.ts';
import { roleOptions } from './roles.ts';
import { newId } from '../session/new-id.ts';

interface Props {
  onClose: () => void;
  onInvitation: (invitation: Invitation) => void;
}

/** Makes an account; its holder sets a password with the link. */
export function InviteDialog({ onClose, onInvitation }: Props) {
  const words = useWords();
  const { accounts, common } = words;
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [byline, setByline] = useState('');
  const [role, setRole] = useState<Role>('author');
  const [tried, setTried] = useState(false);
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
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (email.trim() && name.trim() && !invite.isPending) invite.mutate();
  }
  const missing = (value: string) => (tried && !value.trim() ? common.required : undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={accounts.inviteTitle}
      closeLabel={common.close}
      size="small"
      stay={email !== ''}
    >
      <form className="a-form" onSubmit={submit} noValidate>
        <Field
          label={accounts.email}
          required
          error={missing(email) ?? spotText(invite.error, '/email', words)}
        >
          <TextInput
            type="email"
            value={email}
            maxLength={254}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        </Field>
        <Field label={accounts.name} hint={accounts.nameHint} required error={missing(name)}>
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
        {invite.error && (
          <Notice tone="danger" role="alert">
            <p>{problemText(invite.error, words)}</p>
          </Notice>
        )}
        <div className="a-actions a-end">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="strong" busy={invite.isPending}>
            {accounts.invite}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The link to hand over: shown this once. */
export function InvitationDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { accounts, common, language } = useWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={accounts.linkTitle}
      description={invitation.url ? accounts.linkText : accounts.linkReplay}
      closeLabel={common.close}
      size="small"
      stay
      footer={
        <Button look="strong" onClick={onClose}>
          {common.done}
        </Button>
      }
    >
      {invitation.url && (
        <>
          <CopyBox label={accounts.link} value={invitation.url} />
          <p className="a-quiet">{accounts.until(momentText(invitation.expiresAt, language))}</p>
        </>
      )}
    </Dialog>
  );
}
