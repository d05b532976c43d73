export * from './accounts.ts';
export * from './drafts.ts';
export * from './facts.ts';
export * from './images.ts';
export * from './jobs.ts';
export * from './limits.ts';
export * from './postings.ts';
export * from './problem.ts';
