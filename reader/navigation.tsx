import { createContext, type ComponentChildren, type TargetedMouseEvent } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { placeOf, type PageAddress } from './addresses.ts';

export interface Navigation {
  readonly place: PageAddress;
  /** Of the address, without "#". */
  readonly anchor: string;
  /** Goes to an address of this page; `replacing` keeps the way back as it is. */
  readonly go: (address: string, replacing?: boolean) => void;
}

const Context = createContext<Navigation | undefined>(undefined);

export function useNavigation(): Navigation {
  const navigation = useContext(Context);
  if (navigation === undefined) throw new Error('Nothing navigates here.');
  return navigation;
}

export function Navigated({ children }: { readonly children: ComponentChildren }) {
  const [{ pathname, search, hash }, setLocation] = useState(here);
  useEffect(() => {
    const follow = () => {
      setLocation(here());
    };
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('popstate', follow);
    };
  }, []);
  const go = (address: string, replacing = false) => {
    if (replacing) history.replaceState(undefined, '', address);
    else history.pushState(undefined, '', address);
    setLocation(here());
    if (!replacing && !address.includes('#')) scrollTo(0, 0);
  };
  return (
    <Context.Provider value={{ place: placeOf({ pathname, search }), anchor: hash.slice(1), go }}>
      <div onClick={(event) => followLink(event, go)}>{children}</div>
    </Context.Provider>
  );
}

const here = () => ({ pathname: location.pathname, search: location.search, hash: location.hash });

/** A plain click on a link within the page loads nothing anew; the API's answers and other sites are left to the browser. */
function followLink(event: TargetedMouseEvent<HTMLElement>, go: Navigation['go']): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.target !== '' || link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
  // To a place on the same page the browser goes by itself, and takes the focus there.
  if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}
