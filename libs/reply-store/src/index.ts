export { Entry, type Form, type Reply } from './entry.ts';
export { ReplyStore, type Kept, type Rendered, type ReplyStoreOptions } from './reply-store.ts';
export { acceptedCodings, weightsOf, type Coding } from './negotiate.ts';
export { isUnchanged } from './conditional.ts';
export { send } from './send.ts';
export { innerHeaders, readFreshness, writeFreshness, type Freshness } from './freshness.ts';
export { heardPath, listenerHeader, readHeard, writeHeard, type Heard } from './heard.ts';
