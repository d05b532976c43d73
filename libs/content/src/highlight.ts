export { highlight } from './rich-text/highlight.ts';
