import { SetMetadata } from '@nestjs/common';

export const secretFieldsKey = 'gonggo:secret-fields';

/** Fields of a reply (`invitation.url`) that are never stored: a replay has null there, or an empty list. */
export const SecretReply = (...fields: string[]) => SetMetadata(secretFieldsKey, fields);

/** A copy of a reply without its secrets. */
export function withoutSecrets(reply: unknown, fields: readonly string[]): unknown {
  if (!fields.length || typeof reply !== 'object' || reply === null) return reply;
  const copy = structuredClone(reply) as Record<string, unknown>;
  for (const field of fields) {
    const names = field.split('.');
    const last = names.pop() ?? '';
    const holder = names.reduce<Record<string, unknown> | undefined>(
      (at, name) => at?.[name] as Record<string, unknown> | undefined,
      copy,
    );
    if (holder && last in holder) holder[last] = Array.isArray(holder[last]) ? [] : null;
  }
  return copy;
}
