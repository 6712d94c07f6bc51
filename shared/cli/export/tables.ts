import type { Entity } from '../../language/analysis.ts';
import type { StoredArticle } from '../../table/rows/article.ts';
import { isListed } from '../../table/rows/entity.ts';
import type { QuotationBySpeaker } from '../../table/rows/quotation.ts';

/** What a cell holds; null where nothing is told. */
export type Cell = string | number | null;

/** A column as it is documented, and as Parquet types it. */
export interface ExportColumn<T> {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE' | 'TIMESTAMP';
  readonly about: string;
  readonly of: (element: T) => Cell;
}

const text = <T>(name: string, about: string, of: (element: T) => string | null | undefined): ExportColumn<T> => ({
  name,
  type: 'STRING',
  about,
  of: (element) => of(element) ?? null,
});

const whole = <T>(name: string, about: string, of: (element: T) => number | undefined): ExportColumn<T> => ({
  name,
  type: 'INT32',
  about,
  of: (element) => of(element) ?? null,
});

const share = <T>(name: string, about: string, of: (element: T) => number): ExportColumn<T> => ({
  name,
  type: 'DOUBLE',
  about,
  of,
});

const published = <T extends { readonly publishedAt: string }>(): ExportColumn<T> => ({
  name: 'published_at',
  type: 'TIMESTAMP',
  about: 'when the article was published, UTC',
  of: ({ publishedAt }) => publishedAt,
});

/** Between the elements of a list in one cell: in no name and no role. */
const BETWEEN = ' | ';

export const QUOTATION_COLUMNS: readonly ExportColumn<QuotationBySpeaker>[] = [
  text('article', "the article's S3 key", ({ key }) => key),
  published(),
  whole('ordinal', 'zero-based position in the article', ({ ordinal }) => ordinal),
  whole('paragraph', 'where it begins: zero-based paragraph', ({ contents }) => contents[0]?.paragraph),
  whole('start', 'and the UTF-16 offset into its text', ({ contents }) => contents[0]?.start),
  text('quotation', `what is attributed; parts that are interrupted have "${BETWEEN}" between them`, ({ contents }) =>
    contents.map((content) => content.text).join(BETWEEN),
  ),
  text('kind', 'direct, mixed or indirect: in quotation marks, partly, not at all', ({ kind }) => kind),
  text('speaker', 'id of who says it; empty where it cannot be decided', ({ speaker }) => speaker),
  text('speaker_name', 'as the article names them most fully', ({ speakerName }) => speakerName),
  text('speaker_role', 'as at that point of the article', ({ speakerRole }) => speakerRole),
  text('source', 'the words that name who is quoted', ({ source }) => source?.text),
  text('cue', 'the words that link them', ({ cue }) => cue?.text),
  text('cue_kind', 'assertion, belief or intention', ({ cueKind }) => cueKind),
  text('modality', 'negated or hypothetical, where it was not said', ({ modality }) => modality),
  text('rule', 'the rule that decided', ({ rule }) => rule),
  share('confidence', 'probability that words and speaker are right', ({ confidence }) => confidence),
];

export type EntityInArticle = Entity & { readonly key: string; readonly publishedAt: string };

export const ENTITY_COLUMNS: readonly ExportColumn<EntityInArticle>[] = [
  text('article', "the article's S3 key", ({ key }) => key),
  published(),
  text('id', 'the same for the same name in every article', ({ id }) => id),
  text('type', 'PERSON, ORGANIZATION, LOCATION …', ({ type }) => type),
  text('name', 'the fullest in the article', ({ name }) => name),
  text('aliases', `its other names, "${BETWEEN}" between them`, ({ aliases }) => aliases.join(BETWEEN)),
  text('roles', `what the article calls a person, "${BETWEEN}" between them`, ({ roles }) =>
    roles.map((role) => role.text).join(BETWEEN),
  ),
  text('country_code', 'ISO 3166-1 alpha-2, or ISO 3166-2', ({ countryCode }) => countryCode),
  whole('mentions', 'how often it is mentioned, pronouns and descriptions included', ({ mentions }) => mentions.length),
  share('salience', 'how central it is to the article', ({ salience }) => salience),
];

type Ready = Extract<StoredArticle['article'], { status: 'READY' }>;

export const ARTICLE_COLUMNS: readonly ExportColumn<Ready>[] = [
  text('article', "the article's S3 key", ({ key }) => key),
  published(),
  text('headline', 'the title line above the story', ({ headline }) => headline?.text),
  text('bylines', `who wrote it, "${BETWEEN}" between them`, ({ bylines }) =>
    bylines.map((line) => line.text).join(BETWEEN),
  ),
  text('dateline', 'place and agency', ({ dateline }) => dateline?.text),
  text('language', 'ISO 639-3', ({ language }) => language),
  whole('paragraphs', 'how many', ({ paragraphCount }) => paragraphCount),
  whole('entities', 'how many', ({ entityCount }) => entityCount),
  whole('quotations', 'how many', ({ quotationCount }) => quotationCount),
  text('revision', 'which version of the file: later ones are greater', ({ revision }) => revision),
  whole('extractorVersion', 'version of the model and rules', ({ extractorVersion }) => extractorVersion),
];

/** Entities of an article that have a name, with their place. */
export const entitiesIn = ({ article, entities }: StoredArticle): EntityInArticle[] =>
  article.status === 'READY'
    ? entities.filter(isListed).map((entity) => ({ ...entity, key: article.key, publishedAt: article.publishedAt }))
    : [];
