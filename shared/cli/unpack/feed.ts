import { parseFeed } from 'feedsmith';
import { type BadMember, type Member, memberName } from './member.ts';

/** What of RSS, RDF, Atom and JSON Feed an article is made from; dates as they are written. */
interface Entry {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly html: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly section: string | undefined;
}

interface Source {
  readonly name: string | undefined;
  readonly language: string | undefined;
  readonly copyright: string | undefined;
}

/** The entries of a feed, each as ninjs, which says all that a feed says of it. */
export function* unpackFeed(text: string): Generator<Member | BadMember> {
  const { source, entries } = read(parseFeed(text));
  for (const [index, entry] of entries.entries()) {
    const identifier = entry.id ?? entry.url ?? entry.title;
    const name = memberName(identifier ?? `entry ${index + 1}`, '.json');
    if (!entry.html || identifier === undefined) {
      yield { name, problem: 'the entry has no text, or neither identifier, address nor title' };
      continue;
    }
    const item = {
      uri: entry.id ?? entry.url,
      type: 'text',
      url: entry.url,
      headline: entry.title,
      byline: entry.author,
      body_html: entry.html,
      firstcreated: entry.published ?? entry.updated,
      versioncreated: entry.updated ?? entry.published,
      language: source.language,
      infosource: source.name,
      copyrightnotice: source.copyright,
      section: entry.section,
    };
    yield { name, body: Buffer.from(JSON.stringify(item)), contentType: 'application/json' };
  }
}

/** As the library gives them, in the parts that are read here. */
type ParsedFeed =
  | { readonly format: 'atom'; readonly feed: AtomFeed }
  | { readonly format: 'json'; readonly feed: JsonFeed }
  | { readonly format: 'rss' | 'rdf'; readonly feed: RssFeed };

interface Named {
  readonly name?: string;
}
interface DublinCore {
  readonly creator?: string;
  readonly creators?: readonly string[];
  readonly date?: string;
  readonly dates?: readonly string[];
}
interface Content {
  readonly encoded?: string;
}
interface RssFeed {
  readonly title?: string;
  readonly language?: string;
  readonly copyright?: string;
  readonly items?: readonly {
    readonly guid?: { readonly value?: string };
    readonly link?: string;
    readonly title?: string;
    readonly description?: string;
    readonly content?: Content;
    readonly authors?: readonly (string | Named)[];
    readonly dc?: DublinCore;
    readonly pubDate?: string;
    readonly categories?: readonly Named[];
  }[];
}
interface AtomFeed {
  readonly title?: Text;
  readonly rights?: Text;
  readonly entries?: readonly {
    readonly id?: string;
    readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
    readonly title?: Text;
    readonly summary?: Text;
    readonly content?: Text;
    readonly authors?: readonly Named[];
    readonly published?: string;
    readonly updated?: string;
    readonly categories?: readonly { readonly term?: string; readonly label?: string }[];
  }[];
}
type Text = string | { readonly value?: string };
interface JsonFeed {
  readonly title?: string;
  readonly language?: string;
  readonly items?: readonly {
    readonly id?: string;
    readonly url?: string;
    readonly title?: string;
    readonly content_html?: string;
    readonly content_text?: string;
    readonly authors?: readonly Named[];
    readonly date_published?: string;
    readonly date_modified?: string;
    readonly tags?: readonly string[];
  }[];
}

const textOf = (text: Text | undefined): string | undefined => (typeof text === 'string' ? text : text?.value);

const nameOf = (author: string | Named | undefined): string | undefined =>
  typeof author === 'string' ? author.replace(/^[^\s@]+@\S+ \((.*)\)$/, '$1') : author?.name;

function read(parsed: ParsedFeed): { readonly source: Source; readonly entries: readonly Entry[] } {
  switch (parsed.format) {
    case 'atom': {
      const { title, rights, entries = [] } = parsed.feed;
      return {
        source: { name: textOf(title), language: undefined, copyright: textOf(rights) },
        entries: entries.map((entry) => ({
          id: entry.id,
          url: (entry.links?.find(({ rel = 'alternate' }) => rel === 'alternate') ?? entry.links?.[0])?.href,
          title: textOf(entry.title),
          author: nameOf(entry.authors?.[0]),
          html: textOf(entry.content) ?? textOf(entry.summary),
          published: entry.published,
          updated: entry.updated,
          section: entry.categories?.[0]?.label ?? entry.categories?.[0]?.term,
        })),
      };
    }
    case 'json': {
      const { title, language, items = [] } = parsed.feed;
      return {
        source: { name: title, language, copyright: undefined },
        entries: items.map((item) => ({
          id: item.id,
          url: item.url,
          title: item.title,
          author: nameOf(item.authors?.[0]),
          html: item.content_html ?? item.content_text,
          published: item.date_published,
          updated: item.date_modified,
          section: item.tags?.[0],
        })),
      };
    }
    default: {
      const { title, language, copyright, items = [] } = parsed.feed;
      return {
        source: { name: title, language, copyright },
        entries: items.map((item) => ({
          id: item.guid?.value,
          url: item.link,
          title: item.title,
          author: nameOf(item.authors?.[0]) ?? item.dc?.creators?.[0] ?? item.dc?.creator,
          html: item.content?.encoded ?? item.description,
          published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dc?.date,
          updated: undefined,
          section: item.categories?.[0]?.name,
        })),
      };
    }
  }
}
