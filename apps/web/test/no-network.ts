// jsdom has no `fetch`, which the client takes when it is made. Import this before anything that makes one.
globalThis.fetch ??= () => Promise.reject(new Error('no network in tests'));
