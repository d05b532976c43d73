import { createClient } from '@gonggo/contract/client';

/** The API on the admin's own origin; the session cookie travels by itself. */
export const client = createClient({ baseUrl: '' });
