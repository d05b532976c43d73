export { Entry, type Form, type Reply } from './entry.ts';
export { ReplyStore, type Kept, type Rendered, type ReplyStoreOptions } from './reply-store.ts';
export { acceptedCodings, weightsOf, type Coding } from './negotiate.ts';
export { isUnchanged } from './conditional.ts';
export { send } from './send.ts';
export { innerHeaders, readFreshness, writeFreshness, type Freshness } from './freshness.ts';
export { heardPath, listenerHeader, readHeard, writeHeard, type Heard } from './heard.ts';
export { Lane, type LaneLimits } from './serving/admission.ts';
export { drainingOf, type Draining } from './serving/draining.ts';
export { hasBody, HeldPlaces } from './serving/held-places.ts';
export { KnownCallers } from './serving/known-callers.ts';
export { networkOf, networksOf } from './serving/networks.ts';
export {
  backlog,
  bearSlowClients,
  behindProxy,
  patience,
  type SlowClientsOptions,
} from './serving/slow-clients.ts';
export { graceMs, stopOnSignals } from './serving/stopping.ts';
