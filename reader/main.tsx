import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Navigated, useNavigation } from './navigation.tsx';
import { ArticlePage } from './pages/article.tsx';
import { CheckPage } from './pages/check.tsx';
import { EntityPage } from './pages/entity.tsx';
import { LatestPage } from './pages/latest.tsx';
import { SearchPage } from './pages/search.tsx';

const PAGES = [
  { page: 'latest', address: '/', title: 'Latest' },
  { page: 'search', address: '/search', title: 'Search' },
  { page: 'check', address: '/check', title: 'Check a quotation' },
] as const;

function Frame() {
  const { place } = useNavigation();
  return (
    <>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="masthead">
        <a class="wordmark" href="/">
          news-ingest
        </a>
        <nav aria-label="Pages">
          {PAGES.map(({ page, address, title }) => (
            <a href={address} aria-current={page === place.page ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <Content />
      </main>
    </>
  );
}

function Content() {
  const { place } = useNavigation();
  const moved = useRef(false);
  const where = place.page + ('key' in place ? place.key : '') + ('id' in place ? place.id : '');
  useEffect(() => {
    // A new page is told to who cannot see it; the first one tells the browser itself.
    if (moved.current) document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
    moved.current = true;
  }, [where]);
  switch (place.page) {
    case 'latest':
      return <LatestPage query={place.query} />;
    case 'article':
      return <ArticlePage key={place.key} articleKey={place.key} query={place.query} />;
    case 'entity':
      return <EntityPage key={place.id} id={place.id} />;
    case 'search':
      return <SearchPage query={place.query} />;
    case 'check':
      return <CheckPage query={place.query} />;
    case 'nowhere':
      return (
        <section class="narrow">
          <h1>There is no such page</h1>
          <p>
            See the <a href="/">latest articles</a>, or <a href="/search">search for a name</a>.
          </p>
        </section>
      );
  }
}

render(
  <Navigated>
    <Frame />
  </Navigated>,
  document.querySelector('#page')!,
);
