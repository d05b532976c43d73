import { createClient } from '@gonggo/contract/client';
import { fetchConfirmed } from './confirmation.ts';

/** The API on the admin's own origin; the session cookie travels by itself. */
export const client = createClient({ baseUrl: '', fetch: fetchConfirmed });
