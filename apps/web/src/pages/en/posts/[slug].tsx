import { posting, readerPage } from '../../../site/reader-page.ts';
import { ReaderPage } from '../../../site/reader-page-view.tsx';

export const config = { unstable_runtimeJS: false };

export const getServerSideProps = readerPage('en', posting);

export default ReaderPage;
