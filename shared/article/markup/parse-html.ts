import { Parser } from 'htmlparser2';
import { type Element, TreeBuilder } from './tree.ts';

/** The tree of HTML as it comes: elements that are never closed, entities, fragments. */
export function parseHtml(html: string): Element {
  const tree = new TreeBuilder();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      tree.open(name, attributes);
    },
    ontext: (text) => {
      tree.text(text);
    },
    onclosetag: () => {
      tree.close();
    },
  });
  parser.end(html);
  return tree.root;
}
