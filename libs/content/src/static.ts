export { toFeedHtml, toHtml } from './outputs/html.tsx';
