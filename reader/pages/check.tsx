export function CheckPage(_: { readonly query: URLSearchParams }) {
  return <section class="narrow" />;
}
