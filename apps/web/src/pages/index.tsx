export const config = { unstable_runtimeJS: false };

export const getServerSideProps = () => Promise.resolve({ props: {} });

export default function HomePage() {
  return <main>공고</main>;
}
