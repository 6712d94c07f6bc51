/** Who says what, without marks: "the mayor", "the bridge will close". */
export interface Saying {
  readonly source: string;
  readonly content: string;
}

/** A way in which news says that somebody said something. */
export interface Form {
  readonly name: string;
  readonly write: (saying: Saying) => string;
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The article of a source within a sentence. */
const within = (source: string): string =>
  source.replace(/^(?:The|A|An|One|Two|Some|Many|Several)\b/u, (word) => word.toLowerCase());

/** Forms for words without marks; what is said is the same in each, so that each must be listed. */
export const PLAIN_FORMS: readonly Form[] = [
  { name: 'said', write: ({ source, content }) => `${upper(source)} said ${content}.` },
  { name: 'said that', write: ({ source, content }) => `${upper(source)} said that ${content}.` },
  { name: 'says', write: ({ source, content }) => `${upper(source)} says ${content}.` },
  { name: 'has said', write: ({ source, content }) => `${upper(source)} has said that ${content}.` },
  { name: 'said on Monday', write: ({ source, content }) => `${upper(source)} said on Monday that ${content}.` },
  { name: 'told somebody', write: ({ source, content }) => `${upper(source)} told reporters that ${content}.` },
  { name: 'warned', write: ({ source, content }) => `${upper(source)} warned that ${content}.` },
  { name: 'explained', write: ({ source, content }) => `${upper(source)} explained that ${content}.` },
  { name: 'went on to say', write: ({ source, content }) => `${upper(source)} went on to say that ${content}.` },
  { name: 'with a clause', write: ({ source, content }) => `${upper(source)}, who spoke in May, said ${content}.` },
  { name: 'and said', write: ({ source, content }) => `${upper(source)} left early and said that ${content}.` },
  { name: 'adding', write: ({ source, content }) => `${upper(source)} answered for an hour, adding that ${content}.` },
  { name: 'in a statement', write: ({ source, content }) => `In a statement, ${within(source)} said ${content}.` },
  { name: 'speaking', write: ({ source, content }) => `Speaking in Geneva, ${within(source)} said ${content}.` },
  { name: 'while', write: ({ source, content }) => `While talks went on, ${within(source)} said that ${content}.` },
  { name: 'but', write: ({ source, content }) => `The talks went on, but ${within(source)} said ${content}.` },
  { name: 'after', write: ({ source, content }) => `${upper(content)}, ${within(source)} said.` },
  {
    name: 'after, told',
    write: ({ source, content }) => `${upper(content)}, ${within(source)} told Reuters on Friday.`,
  },
  {
    name: 'after, in a statement',
    write: ({ source, content }) => `${upper(content)}, ${within(source)} said in a statement.`,
  },
  { name: 'after, inverted', write: ({ source, content }) => `${upper(content)}, said ${within(source)}.` },
  { name: 'according to', write: ({ source, content }) => `${upper(content)}, according to ${within(source)}.` },
  { name: 'opening according to', write: ({ source, content }) => `According to ${within(source)}, ${content}.` },
];

/** Forms for the same words in marks. */
export const MARKED_FORMS: readonly Form[] = [
  { name: '“…,” S said', write: ({ source, content }) => `“${upper(content)},” ${within(source)} said.` },
  { name: '“…,” said S', write: ({ source, content }) => `“${upper(content)},” said ${within(source)}.` },
  {
    name: '“…,” said S, who',
    write: ({ source, content }) => `“${upper(content)},” said ${within(source)}, who spoke in May.`,
  },
  { name: '“…,” S wrote', write: ({ source, content }) => `“${upper(content)},” ${within(source)} wrote on Twitter.` },
  { name: '“…,” S told', write: ({ source, content }) => `“${upper(content)},” ${within(source)} told the newspaper.` },
  { name: 'S said, “…”', write: ({ source, content }) => `${upper(source)} said, “${upper(content)}.”` },
  { name: 'S said: “…”', write: ({ source, content }) => `${upper(source)} said: “${upper(content)}.”` },
  { name: 'as S put it', write: ({ source, content }) => `As ${within(source)} put it, “${upper(content)}.”` },
  { name: '“…” — S', write: ({ source, content }) => `“${upper(content)}.” — ${upper(source)}.` },
];
