export { highlight, loadHighlighter } from './rich-text/highlight.ts';
