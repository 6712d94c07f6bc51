export function CheckPage({ query }: { readonly query: URLSearchParams }) {
  return <section class="narrow">{query.get('words')}</section>;
}
